// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelapivideo.benchmarks.sink.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.mime.ContentBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** api.video with nothing but HttpClient 5, in as few lines as it takes. Thread-safe. */
final class PlainHttp implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI service;
    private final CloseableHttpClient client;
    private final String token;

    PlainHttp(Job job) throws IOException, GeneralSecurityException {
        this.service = job.service();
        this.client = HttpClients.custom()
                .setConnectionManager(connections(job.trusted(), job.lanes()))
                .disableAutomaticRetries()
                .build();
        this.token = post(new HttpPost(service + "/auth/api-key"), "{\"apiKey\":\"aKey\"}")
                .get("access_token")
                .asText();
    }

    private static HttpClientConnectionManager connections(Path trusted, int lanes)
            throws IOException, GeneralSecurityException {
        PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(lanes)
                .setMaxConnTotal(lanes);
        if (trusted != null) {
            builder.setTlsSocketStrategy(new DefaultClientTlsStrategy(Tls.client(trusted)));
        }
        return builder.build();
    }

    /** @return the new container's identifier */
    String create() throws IOException {
        return post(authorized(new HttpPost(service + "/videos")), "{\"title\":\"video.mp4\"}")
                .get("videoId")
                .asText();
    }

    void send(String videoId, int part, int total, ContentBody content) throws IOException {
        HttpPost post = authorized(new HttpPost(service + "/videos/" + videoId + "/source"));
        if (total > 1) {
            post.addHeader(HttpHeaders.CONTENT_RANGE, "part " + part + "/" + total);
        }
        post.setEntity(MultipartEntityBuilder.create().addPart("file", content).build());
        execute(post);
    }

    private HttpPost authorized(HttpPost post) {
        post.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return post;
    }

    private JsonNode post(HttpPost post, String json) throws IOException {
        post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        return execute(post);
    }

    private JsonNode execute(HttpPost post) throws IOException {
        return client.execute(post, response -> {
            if (response.getCode() >= 300) {
                throw new IOException(post.getPath() + ": " + response.getCode());
            }
            return MAPPER.readTree(EntityUtils.toByteArray(response.getEntity()));
        });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
