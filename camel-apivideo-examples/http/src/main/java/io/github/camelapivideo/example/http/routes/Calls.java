// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.example.http.routes.Upload.State;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** The steps of the routes before and after the upload itself. */
final class Calls {

    private static final String ID = "uploadId";
    private static final String VIDEO = "videoOfTheUpload";
    private static final String ID_FORM = "[A-Za-z0-9_-]{1,64}";
    private static final String BODY = "requestBody";
    private static final String ALLOW = "allow";

    private final Uploads uploads;
    private final ObjectMapper json = new ObjectMapper();

    Calls(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Makes the request's body a stream and registers the upload. */
    void begin(Exchange exchange) throws RefusedRequest {
        Message message = exchange.getMessage();
        RequestStream body = new RequestStream(message.getBody(HttpServerRequest.class));
        message.setBody(body);
        exchange.setProperty(BODY, body);
        String id = message.getHeader(ID, String.class);
        checkId(id);
        checkType(message.getHeader(Exchange.CONTENT_TYPE, "", String.class));
        uploads.begin(id, exchange.getExchangeId(), message.getHeader(Exchange.CONTENT_LENGTH, -1L, Long.class));
        exchange.setProperty(ID, id);
    }

    /** Refuses a form, and names the methods that the URL has. */
    Processor refuseForm(String allowed) {
        return exchange -> {
            exchange.setProperty(BODY, new RequestStream(exchange.getMessage().getBody(HttpServerRequest.class)));
            exchange.setProperty(ALLOW, allowed);
            throw new RefusedRequest(405, "This is no place for a form", "Send the video itself as the body, with PUT");
        };
    }

    private static void checkId(String id) throws RefusedRequest {
        if (!id.matches(ID_FORM)) {
            throw new RefusedRequest(400, "This is no name for an upload", "Allowed are letters, digits, - and _");
        }
    }

    private static void checkType(String contentType) throws RefusedRequest {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded")) {
            throw new RefusedRequest(415, "This is a form", "Send the video itself as the body");
        }
    }

    void complete(Exchange exchange) throws JsonProcessingException, RefusedRequest {
        Message message = exchange.getMessage();
        String videoId = message.getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        String player = message.getHeader(ApiVideoConstants.PLAYER_URL, String.class);
        uploads.end(exchange.getExchangeId(), upload -> upload.complete(videoId, player));
        answer(exchange, 201, uploads.get(exchange.getProperty(ID, String.class)));
        message.setHeader("Location", player);
    }

    void fail(Exchange exchange) throws IOException {
        Problem problem = Problem.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        uploads.end(exchange.getExchangeId(), upload -> upload.failed(problem));
        answer(exchange, problem.status(), problem);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/problem+json");
        exchange.getMessage().setHeader("Allow", exchange.getProperty(ALLOW));
        InputStream body = exchange.getProperty(BODY, InputStream.class);
        if (body != null) {
            body.close();
        }
    }

    /** Finds the upload, and sets the header of its video if the state of the video is needed. */
    void find(Exchange exchange) throws RefusedRequest {
        String id = exchange.getMessage().getHeader(ID, String.class);
        checkId(id);
        Upload upload = uploads.get(id);
        exchange.setProperty(ID, id);
        if (upload.state() == State.COMPLETE && !upload.playable()) {
            exchange.setProperty(VIDEO, upload.videoId());
            exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, upload.videoId());
        }
    }

    /** Answers with the uploads of this id: one or none. It does not ask for the state of the video. */
    void search(Exchange exchange) throws JsonProcessingException {
        answer(exchange, 200, uploads.search(exchange.getMessage().getHeader("id", String.class)));
    }

    void tell(Exchange exchange) throws JsonProcessingException, RefusedRequest {
        String id = exchange.getProperty(ID, String.class);
        String videoId = exchange.getProperty(VIDEO, String.class);
        if (exchange.getMessage().getBody() instanceof VideoStatus status
                && status.encoding().failed()) {
            uploads.changeVideo(id, videoId, upload -> upload.failed(Problem.NOT_ENCODABLE));
        }
        if (exchange.getMessage().getHeader(ApiVideoConstants.PLAYABLE, false, Boolean.class)) {
            uploads.changeVideo(id, videoId, Upload::nowPlayable);
        }
        answer(exchange, 200, uploads.get(id));
    }

    private void answer(Exchange exchange, int status, Object body) throws JsonProcessingException {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(json.writeValueAsString(body));
    }
}
