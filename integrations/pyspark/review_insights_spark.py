"""review-insights in PySpark: a pipe for RDDs, and a function for DataFrames.

Every executor needs the tool (`dotnet tool install`, or a published folder); the environment variable REVIEW_INSIGHTS has the
command that starts it, where that is not `review-insights`. Nothing here imports Spark or pandas: the functions run, and are tested, without them.
"""
import json
import os
import shlex
import subprocess
import threading

# The columns that `tag_frames` adds: what SQL asks for most, and the whole record as JSON for the rest.
SCHEMA = "id string, polarity string, score double, confidence double, aspects string, record string"

# The column names that go into the tool; all others stay out of the pipe.
FIELDS = ("id", "text", "created_at", "rating", "product_id", "brand", "category", "channel", "order_id", "batch", "user_id", "stage")


def tool():
    """The command that runs review-insights on this machine, as a list."""
    return shlex.split(os.environ.get("REVIEW_INSIGHTS", "review-insights"))


def tag_command():
    """For `lines.pipe(tag_command(), checkCode=False)`: NDJSON lines in, tagged records out, one for each, in order.

    checkCode stays off because the tool ends with 1 where a row was no review; that row's answer says so ("error").
    """
    return shlex.join([*tool(), "tag", "--input-format", "ndjson", "--encoding", "utf-8", "--threads", "1", "-"])


def part_command(by=None):
    """For `tagged.pipe(part_command())`: one line a partition, which `curve merge` puts together."""
    return shlex.join([*tool(), "curve", "-", "--partial", "--input-format", "ndjson", "--threads", "1", *(["--by", by] if by else [])])


def tag_partition(lines):
    """NDJSON lines in, tagged records out, one for each, in order; for `lines.mapPartitions(tag_partition)`.

    Unlike the pipe it fails where the tool fails, and where an answer is missing. Memory does not grow with the partition.
    """
    process = subprocess.Popen(shlex.split(tag_command()), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    fed, problem = [0], []

    def feed():
        try:
            with process.stdin as pipe:
                for line in lines:
                    pipe.write(line.rstrip("\r\n").encode() + b"\n")
                    fed[0] += 1
        except BrokenPipeError:
            pass  # the tool has ended early; its exit code says why
        except BaseException as error:  # of whatever makes the lines: it belongs to the reader of this generator
            problem.append(error)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    answered = 0
    try:
        for answer in process.stdout:
            answered += 1
            yield answer.decode().rstrip("\n")
        code = process.wait()
        feeder.join()
        if problem:
            raise problem[0]
        if code not in (0, 1) or answered != fed[0]:
            raise RuntimeError(f"{tag_command()} ended with {code} and {answered} answers to {fed[0]} lines")
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def columns_of(record):
    """One row of `SCHEMA` from one tagged record."""
    parsed = json.loads(record)
    overall = parsed.get("overall", {})
    return {
        "id": parsed.get("id"),
        "polarity": overall.get("polarity"),
        "score": overall.get("score"),
        "confidence": overall.get("confidence"),
        "aspects": json.dumps(parsed.get("aspects"), ensure_ascii=False),
        "record": record,
    }


def lines_of(frame):
    """One NDJSON line a row of a pandas frame."""
    for row in frame.to_dict("records"):
        # NaN and NaT are how pandas says that there is nothing; they differ from themselves.
        yield json.dumps({name: row[name] for name in FIELDS if row.get(name) is not None and row[name] == row[name]}, ensure_ascii=False, default=str)


def tag_frames(frames, new_frame=None):
    """For `df.mapInPandas(tag_frames, SCHEMA)`: one process a partition, one frame out for each frame that has rows."""
    if new_frame is None:
        import pandas

        new_frame = pandas.DataFrame
    sizes = []

    def lines():
        for frame in frames:
            if len(frame) > 0:
                sizes.append(len(frame))
                yield from lines_of(frame)

    rows, at = [], 0
    for answer in tag_partition(lines()):
        rows.append(columns_of(answer))
        if len(rows) == sizes[at]:
            yield new_frame(rows)
            rows, at = [], at + 1
