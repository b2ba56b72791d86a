// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.example.http.routes.Upload.State;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The running uploads, and the last that have ended. Thread-safe. */
final class Uploads implements UploadListener {

    private static final int REMEMBERED = 1000;

    // Guarded by this
    private final Map<String, Upload> uploads = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Upload> eldest) {
            return size() > REMEMBERED && eldest.getValue().state() != State.RUNNING;
        }
    };
    // Guarded by this; the upload that an exchange carries
    private final Map<String, String> ids = new HashMap<>();

    /** @throws RefusedRequest if an upload with this id exists and has not failed */
    synchronized void begin(String id, String exchangeId, long length) throws RefusedRequest {
        Upload earlier = uploads.get(id);
        if (earlier != null && earlier.state() != State.FAILED) {
            throw new RefusedRequest(409, "This upload is there already", "Choose another name than " + id);
        }
        uploads.put(id, Upload.begin(id, length));
        ids.put(exchangeId, id);
    }

    @Override
    public synchronized void onProgress(UploadProgress progress) {
        change(ids.get(progress.uploadId()), upload -> upload.at(progress));
    }

    synchronized void end(String exchangeId, UnaryOperator<Upload> outcome) {
        change(ids.remove(exchangeId), outcome);
    }

    /** Changes the upload unless it has another video by now: the state of a video may arrive late. */
    synchronized void changeVideo(String id, String videoId, UnaryOperator<Upload> change) {
        change(id, upload -> Objects.equals(videoId, upload.videoId()) ? change.apply(upload) : upload);
    }

    private void change(String id, UnaryOperator<Upload> change) {
        uploads.computeIfPresent(String.valueOf(id), (key, upload) -> change.apply(upload));
    }

    /** Returns the upload with this id in a list, which is empty if there is none. */
    synchronized List<Upload> search(String id) {
        return Optional.ofNullable(uploads.get(id)).stream().toList();
    }

    synchronized Upload get(String id) throws RefusedRequest {
        Upload upload = uploads.get(id);
        if (upload == null) {
            throw new RefusedRequest(404, "There is no such upload", "No upload has this name");
        }
        return upload;
    }
}
