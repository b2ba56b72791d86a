// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;

/** What was asked and answered. Thread-safe. */
final class RequestLog {

    private final Consumer<RecordedRequest> listener;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicInteger uploading = new AtomicInteger();
    private final AtomicInteger mostUploading = new AtomicInteger();
    // Guarded by this
    private final List<RecordedRequest> requests = new ArrayList<>();

    RequestLog(Consumer<RecordedRequest> listener) {
        this.listener = listener;
    }

    Entry begin(Request request, Routes.Match match) {
        return new Entry(request, match);
    }

    synchronized List<RecordedRequest> requests() {
        return requests.stream()
                .sorted(Comparator.comparingLong(RecordedRequest::sequence))
                .toList();
    }

    int mostUploading() {
        return mostUploading.get();
    }

    synchronized void clear() {
        requests.clear();
        mostUploading.set(0);
    }

    private synchronized void add(RecordedRequest request) {
        requests.add(request);
    }

    /** One request from its arrival to its answer. */
    final class Entry {
        private final long number = sequence.incrementAndGet();
        private final Instant startedAt = Instant.now();
        private final Request request;
        private final Routes.Match match;
        private final boolean upload;
        private boolean ended;

        private Entry(Request request, Routes.Match match) {
            this.request = request;
            this.match = match;
            this.upload = match.route().kind().budget() == RequestKind.Budget.UPLOADS;
            if (upload) {
                mostUploading.accumulateAndGet(uploading.incrementAndGet(), Math::max);
            }
        }

        /** To be called before the answer goes out, so that who has it finds the record. */
        void end(int status, String slug, Form form) {
            if (ended) {
                return;
            }
            ended = true;
            if (upload) {
                uploading.decrementAndGet();
            }
            RecordedRequest record = record(status, slug, form == null ? null : form.firstUpload(), form);
            add(record);
            listener.accept(record);
        }

        int partNumber() {
            if (!upload) {
                return 0;
            }
            try {
                ContentRange range = ContentRange.parse(request.getHeaders().get("Content-Range"));
                return range instanceof ContentRange.ByPart part
                        ? (int) Math.min(part.part(), Integer.MAX_VALUE)
                        : range instanceof ContentRange.Whole ? 1 : 0;
            } catch (Refusal malformed) {
                return 0;
            }
        }

        private RecordedRequest record(int status, String slug, Form.Upload file, Form form) {
            String videoId = !match.variables().isEmpty()
                    ? match.variables().get(0)
                    : form == null ? null : form.field("videoId");
            return new RecordedRequest(
                    number,
                    request.getMethod(),
                    Request.getPathInContext(request),
                    match.route().kind(),
                    request.getHeaders().get("Content-Range"),
                    videoId,
                    partNumber(),
                    file == null ? null : file.fileName(),
                    file == null ? 0 : file.size(),
                    status,
                    slug,
                    request.getConnectionMetaData().getId(),
                    startedAt,
                    Instant.now(),
                    headers());
        }

        private Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            request.getHeaders().forEach(field -> headers.put(field.getName(), field.getValue()));
            headers.computeIfPresent("Authorization", (name, value) -> value.replaceFirst(" .*", " ***"));
            return headers;
        }
    }
}
