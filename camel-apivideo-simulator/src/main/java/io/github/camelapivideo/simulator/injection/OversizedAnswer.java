// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A success with this many bytes of JSON, made on the fly. */
record OversizedAnswer(Answer answer, long bytes) implements Answer {

    @Override
    public int status() {
        boolean fits = HttpStatus.isSuccess(answer.status()) && answer.status() != HttpStatus.NO_CONTENT_204;
        return fits ? answer.status() : HttpStatus.OK_200;
    }

    @Override
    public void send(Request request, Response response, Callback callback) {
        response.setStatus(status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes);
        Content.copy(Content.Source.from(new LongTitle(bytes)), response, callback);
    }

    /** An object with a title of the length that fills the body; cut off if the body is too short for that. */
    private static final class LongTitle extends InputStream {
        private static final byte[] HEAD = "{\"title\":\"".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] TAIL = "\"}".getBytes(StandardCharsets.US_ASCII);

        private final long length;
        private long position;

        LongTitle(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return position == length ? -1 : at(position++);
        }

        private byte at(long place) {
            long fromEnd = length - place;
            if (place < HEAD.length) {
                return HEAD[(int) place];
            }
            return fromEnd <= TAIL.length ? TAIL[(int) (TAIL.length - fromEnd)] : (byte) 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            int read = (int) Math.min(count, length - position);
            for (int i = 0; i < read; i++) {
                buffer[offset + i] = at(position++);
            }
            return read == 0 ? -1 : read;
        }
    }
}
