// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static io.github.camelapivideo.simulator.testing.TestBytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of all refusals: what the service answers and what the simulator records. */
class RefusalTest {

    private static final String BY_PART = "video-content-range-by-part-";
    private static final String BY_BYTES = "video-content-range-by-bytes-";
    private static final byte[] PART = TestBytes.some(SMALLEST);

    @RegisterExtension
    private final SimulatorFixture fixture =
            SimulatorFixture.start(settings -> settings.rateLimits(RateLimits.of(100, 100, 1)));

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final Client anonymous = fixture.anonymous();
    private String videoId = client.create("refusals");

    /** @param request sends the request and returns its answer */
    private record Case(
            String slug, int status, String title, String detail, Function<RefusalTest, Client.Answer> request) {

        @Override
        public String toString() {
            return slug;
        }
    }

    static Stream<Case> refusals() {
        return Stream.of(accountRefusals(), requestRefusals(), formRefusals(), partRefusals(), byteRefusals())
                .flatMap(Function.identity());
    }

    private static Stream<Case> accountRefusals() {
        return Stream.of(
                new Case(
                        "authentication-invalid-user-credentials",
                        400,
                        "The user credentials were incorrect.",
                        "There is no account with this API key.",
                        test -> test.anonymous.post("/auth/api-key", "{\"apiKey\":\"wrong\"}")),
                new Case(
                        "authentication-missing-authorization-header",
                        401,
                        "There is no Authorization header.",
                        "There is no Authorization header.",
                        test -> test.anonymous.part(test.videoId, "part 1/*", PART)),
                new Case(
                        "authentication-invalid-authorization-header-value",
                        401,
                        "The Authorization header is invalid.",
                        "The scheme is neither \"Bearer\" nor \"Basic\".",
                        test -> test.as("Digest x").part(test.videoId, "part 1/*", PART)),
                new Case(
                        "authentication-invalid-api-key",
                        401,
                        "The API key is invalid.",
                        "The user name is not the API key, or there is a password.",
                        test -> test.as(Client.basic("wrong:")).part(test.videoId, "part 1/*", PART)),
                new Case(
                        "authentication-invalid-access-token",
                        401,
                        "The access token is invalid.",
                        "The access token is unknown or has expired.",
                        test -> test.as("Bearer x").part(test.videoId, "part 1/*", PART)),
                new Case(
                        "authentication-missing-upload-token",
                        401,
                        "There is no upload token.",
                        "The query has no parameter \"token\".",
                        test -> test.anonymous.upload("/upload", null, MultipartForm.video(PART))),
                new Case(
                        "authentication-invalid-upload-token",
                        401,
                        "The upload token is invalid.",
                        "The upload token is unknown or has expired.",
                        test -> test.anonymous.upload("/upload?token=x", null, MultipartForm.video(PART))),
                new Case(
                        "authorization-suspended-account",
                        403,
                        "The account is suspended.",
                        "Please contact the support.",
                        test -> {
                            test.simulator.suspendAccount(true);
                            return test.send("part 1/*");
                        }),
                new Case(
                        "too-many-requests",
                        429,
                        "Too many requests.",
                        "Wait for the seconds in X-RateLimit-Retry-After.",
                        test -> {
                            test.client.get("/videos");
                            return test.client.get("/videos");
                        }));
    }

    private static Stream<Case> requestRefusals() {
        return Stream.of(
                new Case(
                        "resource-not-found",
                        404,
                        "The requested resource was not found.",
                        "There is no video vi0.",
                        test -> test.client.part("vi0", "part 1/*", PART)),
                new Case(
                        "unrecognized-request-url",
                        404,
                        "The requested URL is not known.",
                        "There is no such URL.",
                        test -> test.client.upload("/nothing", null, MultipartForm.video(PART))),
                new Case(
                        "method-not-allowed",
                        405,
                        "The method is not allowed for this URL.",
                        "The URL is not made for this method.",
                        test -> test.client.patch("/videos", "{}")),
                new Case(
                        "invalid-payload",
                        400,
                        "The payload is invalid.",
                        "The body is not a JSON object.",
                        test -> test.client.post("/videos", "{")),
                new Case(
                        "attribute-required",
                        400,
                        "This attribute is required.",
                        "The \"title\" attribute is required.",
                        test -> test.client.post("/videos", "{}")),
                new Case(
                        "invalid-attribute",
                        400,
                        "An attribute is invalid.",
                        "The \"tags\" attribute must be an array.",
                        test -> test.client.post("/videos", "{\"title\":\"t\",\"tags\":\"a\"}")),
                new Case(
                        "invalid-query-parameter",
                        400,
                        "A query parameter is invalid.",
                        "This parameter was not expected.",
                        test -> test.client.get("/videos?titel=x")),
                new Case(
                        "request-invalid-query-parameter",
                        400,
                        "A query parameter is invalid.",
                        "This field was not expected.",
                        test -> test.client.get("/data/metrics/play/total?titel=x")),
                new Case(
                        "summary-already-exists",
                        409,
                        "A summary already exists or is being created on this video.",
                        "You can delete the existing summary and generate a new one.",
                        test -> {
                            test.client.patch("/videos/" + test.videoId, "{\"transcriptSummary\":true}");
                            return test.client.patch("/videos/" + test.videoId, "{\"transcriptSummary\":true}");
                        }),
                new Case(
                        "webhook-limit-reached",
                        400,
                        "The limit of webhooks is reached.",
                        "An account has at most 10 webhooks.",
                        test -> IntStream.rangeClosed(1, 11)
                                .mapToObj(i -> test.client.post(
                                        "/webhooks",
                                        "{\"events\":[\"video.caption.generated\"],\"url\":\"http://127.0.0.1:9/\"}"))
                                .reduce((earlier, last) -> last)
                                .orElseThrow()));
    }

    private static Stream<Case> formRefusals() {
        return Stream.of(
                new Case(
                        "uploaded-file-extension-invalid",
                        400,
                        "Only [vtt] extensions are supported.",
                        "The name is a.srt.",
                        test -> test.client.upload(
                                "/videos/" + test.videoId + "/captions/fr",
                                null,
                                MultipartForm.form().file("file", "a.srt", new byte[1]))),
                new Case(
                        "uploaded-file-no-file",
                        400,
                        "There is no uploaded file in the request.",
                        "The form has no field \"file\" with a file.",
                        test -> test.form(MultipartForm.form().text("title", "x"))),
                new Case(
                        "uploaded-file-multiple-files",
                        400,
                        "There is more than one uploaded file in the request.",
                        "The form has 2 files.",
                        test -> test.form(MultipartForm.video(PART).file("file", "b.mp4", PART))),
                new Case(
                        "uploaded-file-invalid-file",
                        400,
                        "The uploaded file is invalid.",
                        "The form cannot be read.",
                        test -> test.client.upload(
                                "/videos/" + test.videoId + "/source",
                                null,
                                MultipartForm.CONTENT_TYPE,
                                BodyPublishers.ofByteArray(PART))),
                new Case(
                        "uploaded-file-empty",
                        400,
                        "The uploaded file is empty.",
                        "The file has no bytes.",
                        test -> test.form(MultipartForm.video(new byte[0]))),
                new Case(
                        "uploaded-file-too-large",
                        400,
                        "The uploaded file is too large.",
                        "The file has 209715201 bytes; a request may carry 209715200.",
                        test -> test.form(MultipartForm.form().file("file", "v.mp4", TestBytes.zeros(209_715_201)))),
                new Case(
                        "video-source-already-uploaded",
                        400,
                        "The source of the video is already uploaded.",
                        "The video has already been uploaded.",
                        test -> test.after("part 1/1").send("part 1/1")),
                new Case(
                        "video-source-already-downloaded",
                        400,
                        "The source of the video is already downloaded.",
                        "The video %s has its source from elsewhere.",
                        test -> test.from("https://example.com/v.mp4").send("part 1/*")),
                new Case(
                        "video-source-already-copied",
                        400,
                        "The source of the video is already copied.",
                        "The video %s has its source from elsewhere.",
                        test -> test.after("part 1/1").from(test.videoId).send("part 1/*")));
    }

    private static Stream<Case> partRefusals() {
        return Stream.of(
                range(
                        "video-content-range-malformed",
                        "The Content-Range header is malformed.",
                        "'part 1' is neither 'part <part>/<total_parts>' nor 'bytes <from>-<to>/<total_bytes>'.",
                        "part 1"),
                range(
                        "video-content-range-started-with-bytes",
                        "The upload was started by bytes.",
                        "The upload began by bytes: continue by bytes.",
                        "bytes 0-5242879/*",
                        "part 2/2"),
                range(
                        "video-content-range-started-with-part",
                        "The upload was started by part.",
                        "The upload began by part: continue by part.",
                        "part 1/*",
                        "bytes 0-5242879/*"),
                range(
                        "video-content-range-already-initiated",
                        "A progressive upload was already initiated.",
                        "A progressive upload has begun: continue it.",
                        "part 1/*",
                        null),
                range(BY_PART + "part-zero", "Parts count from 1.", "The part number is 0.", "part 0/2"),
                range(
                        BY_PART + "total-parts-zero",
                        "There is at least one part.",
                        "The total of parts is 0.",
                        "part 1/0"),
                range(
                        BY_PART + "part-too-high-allowed",
                        "The part number is too high.",
                        "The part number 10001 is above 10000.",
                        "part 10001/*"),
                range(
                        BY_PART + "total-parts-too-high",
                        "There are too many parts.",
                        "The total of parts is above 10000.",
                        "part 1/10001"),
                range(
                        BY_PART + "part-too-high-total",
                        "The part number is above the total.",
                        "The part number 3 is above the total 2.",
                        "part 3/2"),
                range(
                        BY_PART + "different-total-parts",
                        "The total of parts has changed.",
                        "The total of parts was 3 before.",
                        "part 1/3",
                        "part 2/4"),
                range(
                        BY_PART + "total-parts-too-low",
                        "The total of parts is too low.",
                        "The total is not above part 3, which was sent already.",
                        "part 3/*",
                        "part 1/3"),
                range(
                        BY_PART + "part-already-sent",
                        "The part was already sent.",
                        "The part 1 was already sent.",
                        "part 1/2",
                        "part 1/2"),
                new Case(
                        BY_PART + "uploaded-file-too-small",
                        400,
                        "The part is too small.",
                        "The part has 5242879 bytes; only the last may have less than 5242880.",
                        test -> test.client.part(test.videoId, "part 1/*", TestBytes.some(SMALLEST - 1))));
    }

    private static Stream<Case> byteRefusals() {
        return Stream.of(
                range(
                        BY_BYTES + "total-bytes-zero",
                        "There is at least one byte.",
                        "The total of bytes is 0.",
                        "bytes 0-5242879/0"),
                range(
                        BY_BYTES + "total-bytes-too-high",
                        "There are too many bytes.",
                        "The total of bytes is above 52428800000.",
                        "bytes 0-5242879/52428800001"),
                range(
                        BY_BYTES + "to-byte-too-high-allowed",
                        "The range ends too high.",
                        "The range ends above 52428800000 bytes.",
                        "bytes 52428800000-52434042879/*"),
                range(
                        BY_BYTES + "from-byte-too-high",
                        "The range starts after its end.",
                        "The range starts after its end.",
                        "bytes 5242880-0/*"),
                range(
                        BY_BYTES + "to-byte-too-high-total",
                        "The range ends above the total.",
                        "The range ends above the total of bytes.",
                        "bytes 0-5242879/5242879"),
                range(
                        BY_BYTES + "different-total-bytes",
                        "The total has changed.",
                        "The total of bytes was 10485765 before.",
                        "bytes 0-5242879/10485765",
                        "bytes 5242880-10485759/10485766"),
                range(
                        BY_BYTES + "total-bytes-too-low",
                        "The total of bytes is too low.",
                        "Byte 10485759 was already sent.",
                        "bytes 5242880-10485759/*",
                        "bytes 0-5242879/5242880"),
                range(
                        BY_BYTES + "range-overlap",
                        "The range overlaps bytes already sent.",
                        "Some of the bytes were already sent.",
                        "bytes 0-5242879/*",
                        "bytes 5242879-10485758/*"),
                range(
                        BY_BYTES + "range-mismatch",
                        "The range does not fit the file.",
                        "The range does not fit the file, which has 5242880 bytes.",
                        "bytes 0-5242878/*"),
                new Case(
                        BY_BYTES + "range-too-small",
                        400,
                        "The range is too small.",
                        "The range has 10 bytes; only the last may have less than 5242880.",
                        test -> test.client.part(test.videoId, "bytes 0-9/*", TestBytes.some(10))));
    }

    /** @param ranges the accepted ranges, then the refused one */
    private static Case range(String slug, String title, String detail, String... ranges) {
        List<String> taken = Arrays.asList(ranges).subList(0, ranges.length - 1);
        return new Case(slug, 400, title, detail, test -> test.after(taken.toArray(String[]::new))
                .send(ranges[ranges.length - 1]));
    }

    private Client as(String authorization) {
        return Client.of(simulator, authorization);
    }

    private RefusalTest after(String... ranges) {
        for (String range : ranges) {
            assertThat(send(range).status()).as(range).isEqualTo(201);
        }
        return this;
    }

    private RefusalTest from(String source) {
        videoId = client.post("/videos", "{\"title\":\"t\",\"source\":\"" + source + "\"}")
                .text("videoId");
        return this;
    }

    private Client.Answer send(String range) {
        return client.part(videoId, range, PART);
    }

    private Client.Answer form(MultipartForm form) {
        return client.upload("/videos/" + videoId + "/source", null, form);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithTheProblemAndKeepsTheConnection(Case refusal) {
        Client.Answer refused = refusal.request().apply(this);

        assertProblem(refused, refusal.status(), refusal.slug());
        assertThat(refused.text("title")).isEqualTo(refusal.title());
        assertThat(refused.text("detail")).isEqualTo(refusal.detail().formatted(videoId));
        assertThat(Stream.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Retry-After")
                        .map(refused::header))
                .doesNotContainNull();

        client.create("another");
        List<RecordedRequest> requests = simulator.requests();
        RecordedRequest recorded = requests.get(requests.size() - 2);
        assertThat(recorded.problemSlug()).isEqualTo(refusal.slug());
        assertThat(recorded.status()).isEqualTo(refusal.status());
        assertThat(requests.get(requests.size() - 1).connectionId()).isEqualTo(recorded.connectionId());
    }

    @Test
    void coversEveryProblemOfTheService() {
        assertThat(refusals().map(Case::slug))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ProblemType.values())
                        .map(type -> type.problem("", "").slug())
                        .toList());
    }
}
