// Says what Google's csp_evaluator finds in policies, as JSON, a list for each: node tests/csp.mjs POLICY …
import evaluator from "csp_evaluator";
import parser from "csp_evaluator/dist/parser.js";

const found = process.argv.slice(2).map((policy) =>
  new evaluator.CspEvaluator(new parser.CspParser(policy).csp).evaluate().map(({ severity, directive, description }) => ({ severity, directive, description })),
);
console.log(JSON.stringify(found));
