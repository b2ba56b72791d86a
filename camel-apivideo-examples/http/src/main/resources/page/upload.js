// SPDX-License-Identifier: Apache-2.0
const element = (id) => document.getElementById(id);
const PAUSE = 300;
let request = null;

element("file").addEventListener("change", (event) => begin(event.target.files[0]));
element("cancel").addEventListener("click", () => request?.abort());

for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  element("drop").addEventListener(type, (event) => {
    event.preventDefault();
    element("drop").classList.toggle("over", type === "dragenter" || type === "dragover");
  });
}
element("drop").addEventListener("drop", (event) => begin(event.dataTransfer.files[0]));

function begin(file) {
  if (!file || request) {
    return;
  }
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  show(file);
  request = new XMLHttpRequest();
  request.open("PUT", `/uploads/${id}?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.responseType = "json";
  request.onload = () => (request.status === 201 ? online(id, request.response) : fail(request.response));
  request.onerror = () => fail({ title: "The connection broke off" });
  request.onabort = () => fail({ title: "Cancelled" });
  request.send(file);
  follow(id);
}

function show(file) {
  element("name").textContent = file.name;
  element("upload").hidden = false;
  element("result").hidden = true;
  element("player").removeAttribute("src");
  element("cancel").hidden = false;
  busy(true);
  say("On its way.");
  move(0, file.size);
}

// What counts is what api.video has, and not what has left the browser.
async function follow(id) {
  while (request) {
    const upload = await ask(id);
    if (upload && request) {
      move(upload.bytes, upload.length);
      if (upload.state === "failed") {
        fail(upload.problem);
      }
    }
    await pause();
  }
}

async function online(id, upload) {
  end();
  move(upload.bytes, upload.length);
  say("api.video has it, and is encoding it.");
  while (!upload.playable) {
    await pause();
    upload = (await ask(id)) ?? upload;
  }
  say("Your video is online.");
  element("player").src = `${upload.player}#autoplay`;
  element("link").href = element("link").textContent = upload.player;
  element("result").hidden = false;
}

function fail(problem) {
  const unfinished = request;
  end();
  unfinished?.abort();
  say([problem?.title ?? "It failed", problem?.detail].filter(Boolean).join(": "), true);
}

function end() {
  if (request) {
    request.onload = request.onerror = request.onabort = null;
  }
  request = null;
  element("cancel").hidden = true;
  element("file").value = "";
  busy(false);
}

async function ask(id) {
  try {
    const answer = await fetch(`/uploads/${id}`, { cache: "no-store" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function move(bytes, length) {
  const percent = length > 0 ? Math.floor((bytes * 100) / length) : 0;
  element("bar").value = percent;
  element("numbers").textContent = `${percent} % of ${megabytes(length)}`;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

function say(text, wrong = false) {
  element("message").textContent = text;
  element("message").classList.toggle("wrong", wrong);
}

function busy(yes) {
  element("drop").classList.toggle("busy", yes);
  element("file").disabled = yes;
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, PAUSE));
}
