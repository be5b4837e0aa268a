// Writes the list of passwords that nobody may choose, from lists that others counted and patterns that fingers find:
//   npm pack zxcvbn@4.4.2 && npm pack @zxcvbn-ts/language-common@4.1.3     (both MIT; unpack them)
//   node make.mjs ZXCVBN/lib/frequency_lists.js LANGUAGE_COMMON/src/passwords.json > common-passwords.txt
// Not part of the build: its result is in the repository, sorted by code unit so that it can be searched by halves.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const SHORTEST = 10
const [frequencyLists, passwords] = process.argv.slice(2).map((path) => resolve(path))
const require = createRequire(import.meta.url)

const counted = [
  ...Object.values(require(frequencyLists)).flatMap((list) => (Array.isArray(list) ? list : list.split(','))),
  ...JSON.parse(readFileSync(passwords, 'utf8')),
]

/** Every stretch of a row, there and back; rows that can be walked twice are. */
function walks(row) {
  const found = []
  for (const text of [row, [...row].reverse().join('')]) {
    for (let from = 0; from < text.length; from++) {
      for (let to = from + SHORTEST; to <= Math.min(text.length, from + 20); to++) found.push(text.slice(from, to))
    }
  }
  return found
}

const rows = [
  '1234567890', '12345678901234567890', '01234567890123456789', '1234567890-=', 'qwertyuiop[]', 'qwertyuiopqwertyuiop',
  'qwertyuiopasdfghjklzxcvbnm', 'asdfghjklasdfghjkl', "asdfghjkl;'", 'zxcvbnmzxcvbnm', 'zxcvbnm,./',
  'abcdefghijklmnopqrstuvwxyz', 'azertyuiopqsdfghjklm', 'qwertzuiopasdfghjkl',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik', 'qazwsxedcrfvtgbyhnujm', '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9', '1a2b3c4d5e6f7g8h9i', '147258369147258369', '159357159357', '123qweasdzxc123qweasdzxc', 'qweasdzxcqweasdzxc',
]

const units = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789.*!',
  '12', '21', '01', '10', '69', 'ab', 'qw', 'xo', '123', '321', '456', '789', 'abc', 'qwe', 'asd', 'zxc', 'wer', '520', '521', '666', '888',
  '1234', '1111', 'abcd', 'qwer', 'asdf', 'test', 'pass', '1314', '12345', '11111', 'admin', 'qwert', '123456', '147258', '123123',
]
const repeated = units.flatMap((unit) => {
  const found = []
  for (let times = 2; unit.length * times <= 20; times++) found.push(unit.repeat(times))
  return found
})

/** What people put after a word to make it long enough. */
const words = [
  ...counted.filter((word) => /^[a-z]{4,9}$/i.test(word)).slice(0, 150),
  // Pinyin and numbers that sound like words: I love you, a life long, my dear, all the best.
  'woaini', 'woaiwo', 'woaiziji', 'woaini1314', 'woaini520', 'wo5201314', 'a5201314', '5201314', '1314520', '7758521', 'aini1314',
  'qinaide', 'baobei', 'mima', 'mima123', 'wodemima', 'mimamima', 'nihao', 'nihaoma', 'zhongguo', 'beijing', 'shanghai', 'xiaoming', 'wangwei',
  'zhangwei', 'lovechina', 'iloveyou', 'love', 'qq', 'aa', 'abc', 'asd', 'qwe', 'zxc', 'a', 'q', 'z', 'w', 'aaa', 'admin', 'root', 'test', 'user', 'guest',
  'welcome', 'changeme', 'letmein', 'default', 'company', 'office', 'passwort', 'motdepasse', 'rechat', 'chatgpt', 'dify',
]
const suffixes = [
  '1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '1234567890', '123123', '111', '1111', '111111', '321', '654321',
  '000', '000000', '666', '888', '520', '521', '1314', '5201314', '1314520', '147258369', '!', '!!', '1!', '123!', '1234!', '@123', '@1234', '#123', '.', '123.', 'abc', 'qwe',
  ...Array.from({ length: 18 }, (_, year) => String(2010 + year)),
  ...Array.from({ length: 8 }, (_, year) => `${2020 + year}!`),
]
const lengthened = words.flatMap((word) => [word, word + word, ...suffixes.map((suffix) => word + suffix)])

const all = [...counted, ...rows.flatMap(walks), ...repeated, ...lengthened]
const list = new Set(
  all.map((text) => String(text).normalize('NFKC').toLowerCase()).filter((text) => text.length >= SHORTEST && /^[!-~]+$/.test(text)),
)
process.stdout.write([...list].sort((a, b) => (a < b ? -1 : 1)).join('\n') + '\n')
