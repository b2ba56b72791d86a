// SPDX-License-Identifier: Apache-2.0
const element = (id) => document.getElementById(id);
const PAUSE = 1000;
const MEGA = 1e6;

async function show() {
  try {
    const uploads = await (await fetch("/operations/uploads")).json();
    element("message").textContent = uploads.length === 0 ? "No upload is under way." : `${uploads.length} under way`;
    element("uploads").replaceChildren(...uploads.map(row));
  } catch {
    element("message").textContent = "The application does not answer.";
  }
  setTimeout(show, PAUSE);
}

function row(upload) {
  const section = element("row").content.cloneNode(true).firstElementChild;
  section.querySelector(".name").textContent = upload.name;
  section.querySelector("button").addEventListener("click", () => cancel(upload.id));
  const bar = section.querySelector("progress");
  if (upload.percent >= 0) {
    bar.value = upload.percent;
  }
  bar.hidden = upload.state === "waiting" || upload.state === "preparing";
  section.querySelector(".numbers").textContent = numbers(upload);
  const standstill = section.querySelector(".wrong");
  standstill.hidden = !upload.standstill;
  standstill.textContent = upload.standstill ? `Stands still: ${upload.standstill}` : "";
  return section;
}

function numbers(upload) {
  if (upload.state === "waiting") {
    return `waits for its turn, for ${upload.seconds} s`;
  }
  if (upload.state === "preparing") {
    return `opens its body and reads the files beside it, for ${upload.seconds} s`;
  }
  const sent = (upload.bytes / MEGA).toFixed(1);
  const all = upload.length < 0 ? "" : ` of ${(upload.length / MEGA).toFixed(1)}`;
  const rate = (upload.bytesPerSecond / MEGA).toFixed(1);
  const more = upload.state === "finishing" ? ", sends the files beside it" : "";
  return `${sent}${all} MB, ${rate} MB/s, since ${upload.seconds} s${more} · ${upload.videoId ?? "no container yet"}`;
}

function cancel(id) {
  return fetch(`/operations/uploads/${encodeURIComponent(id)}/cancel`, { method: "POST" });
}

show();
