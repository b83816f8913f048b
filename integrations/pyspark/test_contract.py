"""Drives the functions as Spark does, without Spark: python3 -m unittest test_contract (REVIEW_INSIGHTS names the tool)."""
import json
import os
import random
import shlex
import subprocess
import threading
import unittest
import unittest.mock

import review_insights_spark as spark

HERE = os.path.dirname(os.path.abspath(__file__))
os.environ.setdefault("REVIEW_INSIGHTS", "dotnet " + shlex.quote(os.path.join(HERE, "../../src/ReviewInsights.Cli/bin/Release/net10.0/review-insights.dll")))

TEXTS = ["物流很快，包装也好", "用了两天就坏了😡", "客服态度很差", "", "整体很满意\n还会再买", "电池不耐用，掉色严重"]


def review(number):
    return {"id": f"r-{number}", "text": TEXTS[number % len(TEXTS)], "product_id": f"P-{number % 3}"}


def rdd_pipe(lines, command):
    """What RDD.pipe does in each partition: the words of the command, one line an item, the line end stripped."""
    process = subprocess.Popen(shlex.split(command), env=os.environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def write():
        for line in lines:
            process.stdin.write((str(line).rstrip("\n") + "\n").encode("utf-8"))
        process.stdin.close()

    thread = threading.Thread(target=write)
    thread.start()
    answers = [answer.rstrip(b"\n").decode("utf-8") for answer in process.stdout]
    thread.join()
    process.stdout.close()
    return answers, process.wait()


class Frame:
    """As much of a pandas frame as the functions use."""

    def __init__(self, rows):
        self.rows = rows

    def __len__(self):
        return len(self.rows)

    def to_dict(self, orient):
        assert orient == "records"
        return self.rows


class ContractTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lines = [json.dumps(review(number), ensure_ascii=False) for number in range(900)]
        cls.whole = list(spark.tag_partition(cls.lines))

    def partitions(self, seed):
        cuts = sorted(random.Random(seed).sample(range(1, len(self.lines)), 3))
        return [self.lines[start:end] for start, end in zip([0, *cuts], [*cuts, len(self.lines)])] + [[]]

    def test_every_line_is_answered_in_order(self):
        self.assertEqual([json.loads(answer)["id"] for answer in self.whole], [f"r-{number}" for number in range(900)])

    def test_any_partitions_give_the_same_records(self):
        for seed in range(2):
            self.assertEqual([answer for lines in self.partitions(seed) for answer in spark.tag_partition(iter(lines))], self.whole)

    def test_the_pipe_gives_the_same_records(self):
        answers = [rdd_pipe(lines, spark.tag_command()) for lines in self.partitions(7)]
        self.assertEqual([answer for piece, _ in answers for answer in piece], self.whole)
        self.assertEqual({code for _, code in answers}, {0})

    def test_parts_through_the_pipe_merge_into_the_curve_of_one_run(self):
        tagged = self.partitions(5)
        parts = []
        for lines in tagged:
            answers, code = rdd_pipe(spark.tag_partition(lines), spark.part_command(by="product"))
            self.assertEqual((len(answers), code), (1, 0))
            parts += answers
        random.Random(1).shuffle(parts)
        merged = self.run_tool(["curve", "merge", "-", "--json"], parts)
        self.assertEqual(merged, self.run_tool(["curve", "-", "--by", "product", "--json"], self.whole))

    def test_a_line_that_is_no_review_is_answered_by_an_error(self):
        answers = list(spark.tag_partition(["{broken", self.lines[0]]))
        self.assertIn("error", json.loads(answers[0]))
        self.assertEqual(json.loads(answers[1])["id"], "r-0")

    def test_a_tool_that_fails_fails_the_partition(self):
        with unittest.mock.patch.dict(os.environ, {"REVIEW_INSIGHTS": "false"}), self.assertRaises(RuntimeError):
            list(spark.tag_partition(self.lines))

    def test_an_error_of_the_input_is_not_swallowed(self):
        def lines():
            yield self.lines[0]
            raise ValueError("the source is gone")

        with self.assertRaisesRegex(ValueError, "gone"):
            list(spark.tag_partition(lines()))

    def test_frames_come_back_in_their_sizes(self):
        frames = [Frame([review(number) for number in range(start, end)]) for start, end in ((0, 5), (5, 5), (5, 300), (300, 301))]
        frames[0].rows[0]["rating"] = float("nan")
        out = list(spark.tag_frames(iter(frames), new_frame=Frame))
        self.assertEqual([len(frame) for frame in out], [5, 295, 1])
        self.assertEqual([row["record"] for frame in out for row in frame.rows], self.whole[:301])
        self.assertEqual(set(out[0].rows[0]), {column.split()[0] for column in spark.SCHEMA.split(", ")})

    @staticmethod
    def run_tool(arguments, lines):
        return subprocess.run([*spark.tool(), *arguments], input="".join(line + "\n" for line in lines).encode(), stdout=subprocess.PIPE, check=True).stdout


if __name__ == "__main__":
    unittest.main()
