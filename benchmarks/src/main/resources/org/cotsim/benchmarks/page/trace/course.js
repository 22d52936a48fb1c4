// In a package for a learning management system (SCORM 1.2) the score is told to it.

const course = findCourse();

function findCourse() {
  for (const start of [window, window.opener]) {
    let frame = start;
    for (let up = 0; frame && up < 20; up++) {
      try {
        if (frame.API) {
          return frame.API;
        }
      } catch (foreign) {
        break; // a frame of another origin
      }
      frame = frame.parent === frame ? null : frame.parent;
    }
  }
  return null;
}

if (course) {
  course.LMSInitialize("");
  if (course.LMSGetValue("cmi.core.lesson_status") === "not attempted") {
    course.LMSSetValue("cmi.core.lesson_status", "incomplete");
  }
  addEventListener("pagehide", () => course.LMSFinish(""));
}

/** Tells the score, and whether the last question was answered. */
function tellCourse(right, asked, done) {
  if (!course || asked === 0) {
    return;
  }
  course.LMSSetValue("cmi.core.score.min", "0");
  course.LMSSetValue("cmi.core.score.max", "100");
  course.LMSSetValue("cmi.core.score.raw", String(Math.round(100 * right / asked)));
  if (done) {
    course.LMSSetValue("cmi.core.lesson_status", "completed");
  }
  course.LMSCommit("");
}
