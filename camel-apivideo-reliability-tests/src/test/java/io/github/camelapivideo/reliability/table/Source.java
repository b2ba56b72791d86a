// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import io.github.camelapivideo.ApiVideoConstants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.WrappedFile;
import org.apache.camel.converter.stream.InputStreamCache;

/** A body that is not what it should be, and what has to come of it. */
enum Source {
    ENDS_EARLY("a stream that ends earlier than the header of another body said", Outcome.COMPLETE, "") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(new ByteArrayInputStream(sample.bytes()));
            message.setHeader(Exchange.FILE_LENGTH, sample.bytes().length * 3L);
        }
    },
    ENDS_LATE("a stream that is longer than the header of another body said", Outcome.COMPLETE, "") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(new ByteArrayInputStream(sample.bytes()));
            message.setHeader(Exchange.FILE_LENGTH, 17L);
        }
    },
    CUT_OFF("a remote file that ends early", Outcome.REFUSED, "it was cut off") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(new RemoteFile(sample, sample.bytes().length + 1L));
        }
    },
    GREW("a remote file that has become longer", Outcome.REFUSED, "it became longer") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(new RemoteFile(sample, sample.bytes().length - 1L));
        }
    },
    THROWS("a stream that breaks in the middle", Outcome.REFUSED, "The body cannot be read") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(new SequenceInputStream(new ByteArrayInputStream(sample.bytes()), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("broken on purpose");
                }
            }));
        }
    },
    BLOCKS(
            "a stream that delivers no more",
            Outcome.REFUSED,
            "delivered nothing for 2000 ms (sourceTimeout)",
            "sourceTimeout=2000&") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(new SequenceInputStream(new ByteArrayInputStream(sample.bytes()), new Blocked(end)));
        }
    },
    SHRINKS("a file that shrinks", Outcome.REFUSED, "shrank during the upload") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) throws IOException {
            message.setBody(copy(sample));
        }

        @Override
        void during(Message message) throws IOException {
            try (FileChannel channel = FileChannel.open(message.getBody(Path.class), StandardOpenOption.WRITE)) {
                channel.truncate(100);
            }
        }
    },
    GROWS("a file that grows", Outcome.REFUSED, "changed during the upload") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) throws IOException {
            message.setBody(copy(sample));
        }

        @Override
        void during(Message message) throws IOException {
            Files.write(message.getBody(Path.class), new byte[10], StandardOpenOption.APPEND);
        }
    },
    VANISHES("a file that vanishes", Outcome.REFUSED, "vanished during the upload") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) throws IOException {
            message.setBody(copy(sample));
        }

        @Override
        void during(Message message) throws IOException {
            Files.delete(message.getBody(Path.class));
        }
    },
    TOUCHED("a file whose time changes", Outcome.REFUSED, "set fileCheck=size") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) throws IOException {
            message.setBody(copy(sample));
        }

        @Override
        void during(Message message) throws IOException {
            touch(message);
        }
    },
    ONLY_TOUCHED("a file whose time changes, with `fileCheck=size`", Outcome.COMPLETE, "", "fileCheck=size&") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) throws IOException {
            message.setBody(copy(sample));
        }

        @Override
        void during(Message message) throws IOException {
            touch(message);
        }
    },
    REPLACED("a file that is replaced by an equal one", Outcome.COMPLETE, "") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) throws IOException {
            message.setBody(copy(sample));
        }

        @Override
        void during(Message message) throws IOException {
            Path file = message.getBody(Path.class);
            Path equal = Files.copy(file, file.resolveSibling("equal"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(equal, file, StandardCopyOption.REPLACE_EXISTING);
        }
    },
    EMPTY("an empty stream", Outcome.REFUSED, "The body is empty") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(InputStream.nullInputStream());
        }
    },
    READ_BEFORE(
            "a stream that another upload has read in part",
            Outcome.REFUSED,
            "The body is a stream that an earlier try has read already") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            InputStream stream = new ByteArrayInputStream(sample.bytes());
            readInPart(message.getExchange().getContext(), stream);
            message.setBody(stream);
        }
    },
    READ_BESIDE("a stream cache that another step reads at the same time", Outcome.COMPLETE, "") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(new InputStreamCache(sample.bytes()));
        }

        @Override
        void during(Message message) throws IOException {
            message.getBody(InputStreamCache.class).transferTo(OutputStream.nullOutputStream());
        }
    },
    STOPPED_STREAM("a stream, and the context is stopped in the middle", Outcome.REFUSED, "stopping") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(new ByteArrayInputStream(sample.bytes()));
        }

        @Override
        void during(Message message) {
            stop(message.getExchange().getContext());
        }
    },
    STOPPED_FILE("a file, and the context is stopped in the middle", Outcome.REFUSED, "stopping") {
        @Override
        void into(Message message, Sample sample, CountDownLatch end) {
            message.setBody(sample.file());
        }

        @Override
        void during(Message message) {
            stop(message.getExchange().getContext());
        }
    };

    /** What consumers of ftp and sftp give to a route, and how long their server has said it is. */
    private record RemoteFile(Sample sample, long length) implements WrappedFile<String> {

        @Override
        public String getFile() {
            return "a name on another machine";
        }

        @Override
        public Object getBody() {
            return new ByteArrayInputStream(sample.bytes());
        }

        @Override
        public long getFileLength() {
            return length;
        }
    }

    final String text;
    final Outcome outcome;
    final String reason;

    /** What the endpoint needs for it to be over soon. */
    final String options;

    Source(String text, Outcome outcome, String reason) {
        this(text, outcome, reason, "");
    }

    Source(String text, Outcome outcome, String reason, String options) {
        this.text = text;
        this.outcome = outcome;
        this.reason = reason;
        this.options = options;
    }

    abstract void into(Message message, Sample sample, CountDownLatch end) throws IOException;

    /** What happens while the first parts are on their way, and before the last is read. */
    void during(Message message) throws IOException {
        // Nothing.
    }

    /** Lets a part be refused because the body is longer than it. */
    private static void readInPart(CamelContext context, InputStream body) {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            template.request("apivideo:uploadPart?videoId=vi1&partNumber=1", exchange -> {
                exchange.getMessage().setBody(body);
                exchange.getMessage().setHeader(ApiVideoConstants.PART_LENGTH, 5 * 1024 * 1024);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(CamelContext context) {
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
    }

    private static void touch(Message message) throws IOException {
        Files.setLastModifiedTime(message.getBody(Path.class), FileTime.fromMillis(1));
    }

    private static Path copy(Sample sample) throws IOException {
        return Files.copy(
                sample.file(),
                Files.createTempDirectory(sample.file().getParent(), "source").resolve("a.mp4"));
    }

    private static final class Blocked extends InputStream {
        private final CountDownLatch end;

        Blocked(CountDownLatch end) {
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            try {
                end.await();
                return -1;
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }
}
