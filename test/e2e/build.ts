import { buildNormal, buildPractice } from '../practice/build.ts'

/** The tests run what people run: the built extension. The practice build is the one that knows the practice hosts. */
export default function buildExtension(): void {
  buildPractice()
  buildNormal()
}
