// Reads calendars strictly with ical.js and says what is in them, as JSON: node tests/ical.mjs DAYS FILE …
// DAYS is how many dates of a series to list. Every date is said in UTC.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;
const [most, ...files] = process.argv.slice(2);

function dates(event) {
  const iterator = event.iterator();
  const found = [];
  for (let next = iterator.next(); next && found.length < Number(most); next = iterator.next()) {
    const item = event.getOccurrenceDetails(next).item;
    const { startDate } = event.getOccurrenceDetails(next);
    found.push([startDate.toJSDate().toISOString(), item.summary]);
  }
  return found;
}

function read(file) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const whole = events.filter((one) => !one.isRecurrenceException());
  for (const one of events.filter((event) => event.isRecurrenceException())) {
    whole.find((series) => series.uid === one.uid)?.relateException(one);
  }
  return events.map((one) => ({
    uid: one.uid,
    summary: one.summary,
    sequence: one.sequence,
    start: one.startDate.toJSDate().toISOString(),
    dates: one.isRecurring() ? dates(one) : [],
  }));
}

console.log(JSON.stringify(files.map(read)));
