"""spark-submit --py-files review_insights_spark.py example.py reviews.ndjson out: tagged records, a table, and the curve."""
import subprocess
import sys

from pyspark.sql import SparkSession

from review_insights_spark import SCHEMA, part_command, tag_command, tag_frames, tool

source, out = sys.argv[1:]
spark = SparkSession.builder.appName("review-insights").getOrCreate()

# Lines through a pipe: the records as the tool writes them. Kept, because two things are made of them.
tagged = spark.sparkContext.textFile(source).pipe(tag_command()).cache()
tagged.saveAsTextFile(f"{out}/tagged")

# The curve over everything: each partition becomes one line, and merging does not depend on their order.
parts = "".join(line + "\n" for line in tagged.pipe(part_command(by="product")).collect())
subprocess.run([*tool(), "curve", "merge", "-", "-o", "curve.json"], input=parts.encode(), check=True)

# A table for SQL.
spark.read.json(source).mapInPandas(tag_frames, SCHEMA).write.parquet(f"{out}/table")
