// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The least that an upload takes in Java: regions of a file through one buffer into HttpClient, one after another. */
final class BareLoop implements AutoCloseable {

    private final CloseableHttpClient client = HttpClients.createDefault();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final ApiVideoSimulator simulator;

    BareLoop(ApiVideoSimulator simulator) {
        this.simulator = simulator;
    }

    void upload(Path file, long partSize) throws IOException {
        HttpPost creation = post("/videos");
        creation.setEntity(new StringEntity("{\"title\":\"a\"}", ContentType.APPLICATION_JSON));
        String videoId = execute(creation).replaceFirst("(?s).*\"videoId\":\"(\\w+)\".*", "$1");
        try (FileChannel channel = FileChannel.open(file)) {
            long total = (channel.size() - 1) / partSize + 1;
            for (int part = 1; part <= total; part++) {
                HttpPost post = post("/videos/" + videoId + "/source");
                post.addHeader("Content-Range", "part " + part + "/" + total);
                post.setEntity(MultipartEntityBuilder.create()
                        .addPart("file", new Region(channel, (part - 1) * partSize, partSize))
                        .build());
                execute(post);
            }
        }
    }

    private HttpPost post(String path) {
        HttpPost post = new HttpPost(simulator.baseUri() + path);
        byte[] credentials = (simulator.apiKey() + ":").getBytes(StandardCharsets.US_ASCII);
        post.addHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        return post;
    }

    private String execute(HttpPost post) throws IOException {
        return client.execute(post, response -> {
            String body = EntityUtils.toString(response.getEntity());
            if (response.getCode() != 201) {
                throw new IOException(response.getCode() + " " + body);
            }
            return body;
        });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private final class Region extends AbstractContentBody {
        private final FileChannel channel;
        private final long from;
        private final long length;

        Region(FileChannel channel, long from, long partSize) throws IOException {
            super(ContentType.APPLICATION_OCTET_STREAM);
            this.channel = channel;
            this.from = from;
            this.length = Math.min(partSize, channel.size() - from);
        }

        @Override
        public String getFilename() {
            return "a.mp4";
        }

        @Override
        public long getContentLength() {
            return length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (long done = 0; done < length; done += buffer.position()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
                channel.read(buffer, from + done);
                out.write(buffer.array(), 0, buffer.position());
            }
        }
    }
}
