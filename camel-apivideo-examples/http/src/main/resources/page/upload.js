// SPDX-License-Identifier: Apache-2.0
const element = (id) => document.getElementById(id);
const PAUSE = 300;
const way = { sent: 0, arrived: 0, length: 0 };
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
  request.upload.onprogress = (event) => move({ sent: Math.min(event.loaded, file.size) });
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
  move({ sent: 0, arrived: 0, length: file.size });
}

async function follow(id) {
  while (request) {
    // A list: the upload is not there before the server has read the request's head.
    const upload = (await ask(`/uploads?id=${id}`))?.[0];
    if (upload && request) {
      move({ arrived: upload.bytes });
      if (upload.state === "failed") {
        fail(upload.problem);
      }
    }
    await pause();
  }
}

async function online(id, upload) {
  end();
  move({ sent: way.length, arrived: way.length });
  say("api.video has it, and is encoding it.");
  while (!upload.playable) {
    await pause();
    upload = (await ask(`/uploads/${id}`)) ?? upload;
    if (upload.state === "failed") {
      return fail(upload.problem);
    }
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

async function ask(path) {
  try {
    const answer = await fetch(path, { cache: "no-store" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

// Half of the way is from the browser to the server, and half from there to api.video. Both run at the same time.
function move(change) {
  Object.assign(way, change);
  const { sent, arrived, length } = way;
  const percent = length > 0 ? Math.floor(((sent + arrived) * 50) / length) : 0;
  element("bar").value = percent;
  const all = `of ${megabytes(length)} MB`;
  element("numbers").textContent =
    `${percent} % of the way: ${megabytes(sent)} ${all} sent, ${megabytes(arrived)} ${all} arrived at api.video`;
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
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
