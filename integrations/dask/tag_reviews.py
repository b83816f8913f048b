#!/usr/bin/python3
"""Tags a file of reviews on many processes or machines with Dask, and draws the curve over all of them.

    tag_reviews.py reviews.ndjson -o out                     four processes on this machine
    tag_reviews.py reviews.csv -o out --scheduler tcp://…    a running cluster; out on a file system that all share

Writes out/tagged.ndjson, byte for byte what `review-insights tag --input-format ndjson - < reviews.ndjson` writes, and
out/curve.json, byte for byte what `review-insights curve` makes of it. Every review needs an id: without one the tool takes
the number of the row, which depends on the partition.
"""
import argparse
import csv
import glob
import json
import os
import shlex
import subprocess
import sys
import uuid

# Done, and done with some rows that are no reviews; these are answered by an error record.
SUCCESS = (0, 1)


def tool():
    """The command that runs review-insights, as a list."""
    return shlex.split(os.environ.get("REVIEW_INSIGHTS", "review-insights"))


def write_whole(path, write):
    """Lets `write` fill a file that appears under its name only when it is complete.

    The temporary name is new each time: when Dask runs a task again while a lost worker still writes, each has its own file,
    and the last to finish replaces the same bytes by the same bytes.
    """
    temporary = f"{path}.{uuid.uuid4().hex}.tmp"
    try:
        with open(temporary, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def run(command, source, target):
    """Runs the tool from file to file; says what it said where it fails."""
    done = subprocess.run(command, stdin=source, stdout=target, stderr=subprocess.PIPE, check=False)
    if done.returncode not in SUCCESS:
        raise RuntimeError(f"{shlex.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace').strip()}")


def tag_partition(command, source, tagged, part, by):
    """One task: tags a partition and gathers its part of the curve. Harmless to repeat, also at the same time."""
    with open(source, "rb") as lines:
        write_whole(tagged, lambda file: run([*command, "tag", "--input-format", "ndjson", "--encoding", "utf-8", "--threads", "1", "-"], lines, file))
    with open(tagged, "rb") as records:
        grouping = ["--by", by] if by else []
        write_whole(part, lambda file: run([*command, "curve", "-", "--partial", "--input-format", "ndjson", "--threads", "1", *grouping], records, file))
    return tagged, part


def lines_of(path):
    """The reviews as NDJSON lines: those of the file, or the rows of a CSV."""
    if not path.lower().endswith(".csv"):
        with open(path, "rb") as file:
            for line in file:
                if line.strip():
                    yield line.rstrip(b"\r\n") + b"\n"
        return
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            row.pop(None, None)
            yield json.dumps({name: value for name, value in row.items() if value is not None}, ensure_ascii=False).encode() + b"\n"


def split(path, folder, rows):
    """Cuts the input into files of so many rows and returns their names, in order."""
    names, chunk = [], []

    def write_chunk():
        names.append(os.path.join(folder, f"{len(names):06}.in.ndjson"))
        write_whole(names[-1], lambda file: file.writelines(chunk))
        chunk.clear()

    for line in lines_of(path):
        chunk.append(line)
        if len(chunk) == rows:
            write_chunk()
    if chunk or not names:
        write_chunk()
    return names


def merge(command, tagged, parts, out):
    """Puts the records behind each other, in order, and merges the parts, in any order."""

    def concatenate(names, file):
        for name in names:
            with open(name, "rb") as piece:
                while block := piece.read(1 << 20):
                    file.write(block)

    write_whole(os.path.join(out, "tagged.ndjson"), lambda file: concatenate(tagged, file))
    # A file may hold any number of parts, so there is no limit from the length of a command line.
    together = os.path.join(out, "partitions", "all.part")
    write_whole(together, lambda file: concatenate(parts, file))
    for left in glob.glob(os.path.join(glob.escape(out), "partitions", "*.tmp")):
        os.unlink(left)  # of a worker that was lost half-way
    subprocess.run([*command, "curve", "merge", together, "-o", os.path.join(out, "curve.json")], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", help="reviews as NDJSON, or as CSV with a header (.csv)")
    parser.add_argument("-o", "--output", required=True, help="folder for the results; all workers must see it under this name")
    parser.add_argument("--scheduler", help="address of a running scheduler; without it processes on this machine do the work")
    parser.add_argument("--workers", type=int, default=4, help="how many of these")
    parser.add_argument("--rows", type=int, default=20_000, help="reviews a partition: a start of the tool should cost nothing beside it")
    parser.add_argument("--by", help="also one curve for each product, brand, category, channel or batch")
    options = parser.parse_args()

    from distributed import Client, LocalCluster  # only the driver needs a cluster; the functions above stand alone

    out = os.path.abspath(options.output)
    folder = os.path.join(out, "partitions")
    os.makedirs(folder, exist_ok=True)
    command = tool()
    sources = split(options.input, folder, options.rows)
    cluster = None if options.scheduler else LocalCluster(n_workers=options.workers, threads_per_worker=1, processes=True, dashboard_address=None)
    with Client(options.scheduler or cluster) as client:
        tasks = [
            client.submit(tag_partition, command, source, *(source.removesuffix(".in.ndjson") + end for end in (".ndjson", ".part")), options.by, pure=False)
            for source in sources
        ]
        results = client.gather(tasks)
    if cluster:
        cluster.close()
    merge(command, [tagged for tagged, _ in results], [part for _, part in results], out)
    print(f"{len(sources)} partitions, {os.path.join(out, 'tagged.ndjson')}", file=sys.stderr)


if __name__ == "__main__":
    main()
