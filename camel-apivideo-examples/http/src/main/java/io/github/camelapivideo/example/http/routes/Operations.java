// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.UploadProgress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** Shows an operator all uploads of the component, and ends one of them. Not for everybody: it asks for no password. */
public final class Operations extends RouteBuilder {

    private final ObjectMapper json = new ObjectMapper();

    /**
     * One upload, as the page receives it.
     *
     * @param percent -1 while the length is unknown
     * @param standstill why it stands still; null while it moves
     */
    record Row(
            String id,
            String name,
            String videoId,
            String state,
            int percent,
            long bytes,
            long length,
            double bytesPerSecond,
            long seconds,
            String standstill) {

        static Row of(UploadProgress upload) {
            return new Row(
                    upload.uploadId(),
                    upload.fileName(),
                    upload.videoId(),
                    upload.state().name().toLowerCase(Locale.ROOT),
                    upload.percent(),
                    upload.bytes(),
                    upload.length(),
                    upload.bytesPerSecond(),
                    upload.elapsed().toSeconds(),
                    upload.standstill());
        }
    }

    @Override
    public void configure() {
        from("platform-http:/operations/uploads?httpMethodRestrict=GET")
                .routeId("operations-uploads")
                .process(this::list);
        from("platform-http:/operations/uploads/{id}/cancel?httpMethodRestrict=POST")
                .routeId("operations-cancel")
                .process(this::cancel);
    }

    private void list(Exchange exchange) throws JsonProcessingException {
        List<Row> rows = component().uploads().stream()
                .sorted(Comparator.comparing(UploadProgress::elapsed).reversed())
                .map(Row::of)
                .toList();
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(json.writeValueAsString(rows));
    }

    private void cancel(Exchange exchange) {
        boolean found = component().cancelUpload(exchange.getMessage().getHeader("id", String.class));
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, found ? 204 : 404);
        exchange.getMessage().setBody(null);
    }

    private ApiVideoComponent component() {
        return getContext().getComponent("apivideo", ApiVideoComponent.class);
    }
}
