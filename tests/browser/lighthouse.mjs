// node lighthouse.mjs CHROMIUM TIMES ADDRESS …: one line of JSON for each run on a phone as Lighthouse simulates it.
// The first run asks for everything; the others for speed alone, since all else is the same each time.
// The browser is started once, by Lighthouse's own launcher; nothing is downloaded and nothing is reported anywhere.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const SPEED = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];
const [chromePath, times, ...addresses] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
try {
  for (const address of addresses) {
    for (let run = 0; run < Number(times); run += 1) {
      const asked = run ? { onlyAudits: SPEED } : {};
      const flags = { port: chrome.port, output: "json", logLevel: "silent", disableFullPageScreenshot: true, ...asked };
      const { lhr } = await lighthouse(address, flags);
      const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
      const failed = Object.values(lhr.categories).flatMap(({ id, auditRefs }) => id === "performance" ? [] : auditRefs
        .filter(({ weight, id: audit }) => weight > 0 && lhr.audits[audit].score !== null && lhr.audits[audit].score < 1)
        .map(({ id: audit }) => `${audit}: ${lhr.audits[audit].title}`));
      const [shift, blocked] = ["cumulative-layout-shift", "total-blocking-time"].map((one) => lhr.audits[one].numericValue ?? 0);
      const power = lhr.environment.benchmarkIndex;
      console.log(JSON.stringify({ address, scores, failed, shift, blocked, power, trouble: lhr.runtimeError?.message ?? "" }));
    }
  }
} finally {
  chrome.kill();
}
