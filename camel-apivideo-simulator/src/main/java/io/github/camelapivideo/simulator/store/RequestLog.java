// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.intake.ContentRange;
import io.github.camelapivideo.simulator.intake.UploadedFile;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;

/** The log of requests and answers. Thread-safe. */
public final class RequestLog {

    /**
     * A request that carries a video or a part of one, and is neither answered nor cut.
     *
     * @param videoId the container that its path names; null for a delegated upload
     * @param part from 1; 0 if it carries no part
     */
    public record UnderWay(long sequence, String videoId, int part) {}

    private final Consumer<RecordedRequest> listener;

    // Guarded by this
    private List<RecordedRequest> requests = new ArrayList<>();
    private final Map<Long, UnderWay> underWay = new TreeMap<>();
    private long arrived;
    private int uploading;
    private int mostUploading;

    /** @param listener receives each request just before it is answered */
    public RequestLog(Consumer<RecordedRequest> listener) {
        this.listener = listener;
    }

    /**
     * Begins the entry of a request.
     *
     * @param variables the values of the path's variables, by name
     * @param upload true if the request carries a video or a part of one
     */
    public synchronized Entry begin(Request request, RequestKind kind, Map<String, String> variables, boolean upload) {
        if (upload) {
            uploading++;
            mostUploading = Math.max(mostUploading, uploading);
        }
        Entry entry = new Entry(++arrived, request, kind, variables, upload, requests);
        if (upload) {
            underWay.put(entry.number, new UnderWay(entry.number, entry.videoId, entry.partNumber()));
        }
        return entry;
    }

    /** The uploads under way, in the order of arrival. */
    public synchronized List<UnderWay> underWay() {
        return List.copyOf(underWay.values());
    }

    /** The requests that were answered or cut, in the order of arrival. */
    public synchronized List<RecordedRequest> requests() {
        return requests.stream()
                .sorted(Comparator.comparingLong(RecordedRequest::sequence))
                .toList();
    }

    /** The requests that have ended last, at most this many, in the order of arrival. */
    public synchronized List<RecordedRequest> last(int most) {
        return requests.subList(Math.max(0, requests.size() - most), requests.size()).stream()
                .sorted(Comparator.comparingLong(RecordedRequest::sequence))
                .toList();
    }

    public synchronized int mostUploading() {
        return mostUploading;
    }

    /** Removes all requests. Requests under way will not be recorded. */
    public synchronized void clear() {
        requests = new ArrayList<>();
        underWay.clear();
        arrived = 0;
        mostUploading = uploading;
    }

    private void add(RecordedRequest request, boolean upload, List<RecordedRequest> to) {
        synchronized (this) {
            to.add(request);
            if (upload) {
                uploading--;
                // After clear another request may have its number.
                if (to == requests) {
                    underWay.remove(request.sequence());
                }
            }
        }
        listener.accept(request);
    }

    /** One request from its arrival to its answer. For one thread at a time. */
    public final class Entry {
        private final long number;
        private final Request request;
        private final RequestKind kind;
        private final Map<String, String> variables;
        private final boolean upload;
        private final List<RecordedRequest> to;
        private final Instant startedAt = Instant.now();
        private String videoId;
        private String fileName;
        private long bodyBytes;
        private String problemSlug;
        private boolean ended;

        private Entry(
                long number,
                Request request,
                RequestKind kind,
                Map<String, String> variables,
                boolean upload,
                List<RecordedRequest> to) {
            this.number = number;
            this.request = request;
            this.kind = kind;
            this.variables = variables;
            this.upload = upload;
            this.to = to;
            this.videoId = variables.get("videoId");
        }

        /** Sets the container of a request whose path does not name it. */
        public void setVideoId(String id) {
            videoId = id;
        }

        public void setFile(UploadedFile file) {
            fileName = file.fileName();
            bodyBytes = file.size();
        }

        public void setProblem(String slug) {
            problemSlug = slug;
        }

        public int partNumber() {
            try {
                return upload ? ContentRange.parse(contentRange()).partNumber() : 0;
            } catch (Refusal malformed) {
                return 0;
            }
        }

        private String contentRange() {
            return request.getHeaders().get("Content-Range");
        }

        /**
         * Records the request, once. Called before the answer is sent: a client that has the answer must find the
         * record.
         *
         * @param status 0 for no answer
         */
        public void end(int status) {
            if (!ended) {
                ended = true;
                add(record(status), upload, to);
            }
        }

        private RecordedRequest record(int status) {
            return new RecordedRequest(
                    number,
                    request.getMethod(),
                    path(),
                    kind,
                    contentRange(),
                    videoId,
                    partNumber(),
                    fileName,
                    bodyBytes,
                    status,
                    problemSlug,
                    request.getConnectionMetaData().getId(),
                    startedAt,
                    Instant.now(),
                    headers());
        }

        private String path() {
            String path = Request.getPathInContext(request);
            String token = variables.getOrDefault("uploadToken", variables.get("token"));
            return token == null ? path : path.replace(token, "***");
        }

        private Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            request.getHeaders().forEach(field -> headers.put(field.getName(), field.getValue()));
            headers.computeIfPresent("Authorization", (name, value) -> value.replaceFirst(" .*", " ***"));
            return Collections.unmodifiableMap(headers);
        }
    }
}
