// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.mime.ContentBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Talks to api.video with nothing but HttpClient 5, in as few lines as it takes. Thread-safe. */
public final class PlainHttp implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI service;
    private final CloseableHttpClient client;
    private final String token;

    /**
     * Fetches an access token.
     *
     * @param connections closed by {@link #close()}
     */
    public PlainHttp(URI service, String apiKey, HttpClientConnectionManager connections) throws IOException {
        this.service = service;
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .build();
        this.token = post(new HttpPost(service + "/auth/api-key"), "{\"apiKey\":\"" + apiKey + "\"}")
                .get("access_token")
                .asText();
    }

    /** Creates a container and returns its {@code videoId}. */
    public String create() throws IOException {
        return post(authorized(new HttpPost(service + "/videos")), "{\"title\":\"video.mp4\"}")
                .get("videoId")
                .asText();
    }

    /**
     * Sends a part.
     *
     * @param part counted from 1
     * @param total of parts; one part is sent as a regular upload
     */
    public void send(String videoId, int part, int total, ContentBody content) throws IOException {
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
