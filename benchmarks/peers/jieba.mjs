// MB of UTF-8 a second of @node-rs/jieba over a file of one text a line: jieba.mjs TEXTS
import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

const content = readFileSync(process.argv[2], 'utf8');
const texts = content.replace(/\r?\n$/, '').split(/\r?\n/);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const jieba = Jieba.withDict(dict);

function time(seconds) {
  const start = process.hrtime.bigint();
  let passes = 0, tokens = 0, elapsed = 0;
  do {
    for (const text of texts) tokens += jieba.cut(text, true).length;
    passes++;
    elapsed = Number(process.hrtime.bigint() - start) / 1e9;
  } while (elapsed < seconds);
  if (tokens === 0) throw new Error('no tokens');
  return bytes * passes / 1e6 / elapsed;
}

time(1.5);
console.log(time(1.5).toFixed(2));
