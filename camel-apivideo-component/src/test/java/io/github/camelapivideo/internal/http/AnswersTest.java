// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.text.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, passed over and refused of answers. */
class AnswersTest {

    private static Video read(String json) throws IOException {
        return VideoJson.answer(json.getBytes(StandardCharsets.UTF_8), Video.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF{\"videoId\":\"vi1\"}",
                "\r\n {\"videoId\":\"vi1\"}\n",
                "{\"videoId\":\"vi1\"} and what a proxy adds",
                "{\"videoId\":\"vi1\",\"title\":\"two\nlines\"}",
                "{\"videoId\":\"vi1\",\"new\":NaN}",
                "{\"videoId\":\"vi2\",\"videoId\":\"vi1\"}",
                "{\"videoId\":\"vi1\",\"new\":99999999999999999999999999,\"public\":99999999999999999999999999}",
                "{\"videoId\":\"vi1\",\"assets\":\"\",\"source\":[],\"metadata\":{},\"tags\":{\"0\":\"a\"}}"
            })
    void readsWhatCanBeRead(String json) throws IOException {
        assertThat(read(json).videoId()).isEqualTo("vi1");
    }

    @Test
    void readsJsonInAnotherCharacterSet() throws IOException {
        byte[] latin = "{\"videoId\":\"vi1\",\"title\":\"K\u00f6ln\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(VideoJson.answer(latin, Video.class).title()).startsWith("K").endsWith("ln");
    }

    @Test
    void keepsWhatIsBesideAnOddity() throws IOException {
        Video video = read("{\"videoId\":\"vi1\",\"title\":1,\"public\":\"maybe\",\"language\":\"en\","
                + "\"tags\":[null,\"a\",1,[]],"
                + "\"metadata\":[{\"key\":\"a\",\"value\":null},{\"key\":\"b\",\"value\":\"c\"},null,7,{\"value\":\"x\"}],"
                + "\"assets\":{\"player\":{},\"hls\":\"h\"}}");
        assertThat(video.title()).isNull();
        assertThat(video.isPublic()).isNull();
        assertThat(video.language()).isEqualTo("en");
        assertThat(video.tags()).containsExactly("a");
        assertThat(video.metadata()).containsExactly(new Metadata("b", "c"));
        assertThat(video.assets().player()).isNull();
        assertThat(video.assets().hls()).isEqualTo("h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key+of/a stream", "key%2Bof%2Fa%20stream", "key%2Bof%2Fa+stream"})
    void masksASecretInEveryFormOfAUrl(String form) {
        AnswerText text = AnswerText.without(Stream.of(new Secret("key+of/a stream")));
        assertThat(text.shown("Bad URL ?streamKey=" + form)).isEqualTo("Bad URL ?streamKey=***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"x\"",
                "{}",
                "{\"videoId\":null}",
                "{\"videoId\":1}",
                "{\"videoId\":[\"vi1\"]}",
                "{\"videoId\":\"\"}",
                "{\"videoId\":\"../vi1\"}",
                "{\"videoId\":\"vi1\\nERROR forged\"}"
            })
    void refusesAVideoWithoutItsIdentifier(String json) {
        Destination unknown = new Destination(null, new Secret("to1"), true, true);
        ApiCall<Video> call = VideoRequests.sendPart(unknown, "a.mp4", new Part(1, 1, null), written -> {});
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        AnswerText text = AnswerText.without(Stream.empty());
        HttpAnswer answer = new HttpAnswer("Part 1", 201, "", null, Duration.ZERO, null, null, body, text);
        assertThatThrownBy(() -> call.reading().read(answer))
                .isInstanceOf(Unreachable.class)
                .cause()
                .isInstanceOf(OddAnswerException.class)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\uFEFF", "<html>vi1</html>", "secret", "{\"videoId\":\"vi", "{\"a\":secret}"})
    void takesWhatIsNotJsonForNoAnswer(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(OddAnswerException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void readsAPageWithAThousandOdditiesAndGivesUpOnMore() throws IOException {
        String odd = "{\"videoId\":\"vi1\",\"assets\":[],\"tags\":1},";
        byte[] page = ("{\"data\":[" + odd.repeat(100) + "{\"videoId\":\"vi2\"}]}").getBytes(StandardCharsets.UTF_8);
        assertThat(PageJson.read(page, Video.class).items()).hasSize(101);
        byte[] nonsense = ("{\"data\":[" + "1,".repeat(5000) + "1]}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> PageJson.read(nonsense, Video.class)).isInstanceOf(OddAnswerException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"a/b","title":"t","status":"text","name":["x"],"detail":7,"problems":"x"} | b: t
                    {"type":"a/b","title":"t","status":400,"problems":[null]}                         | b: t
                    {"type":["a/b"],"title":"t"}                                                      | t
                    {}                                                                                |
                    """)
    void readsWhatItCanOfAProblem(String json, String text) throws IOException {
        assertThat(VideoJson.answer(json.getBytes(StandardCharsets.UTF_8), Problem.class)
                        .toString())
                .isEqualTo(text == null ? "" : text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"ingest":{"status":"uploading","receivedBytes":[],"receivedParts":{"parts":[],"total":null}}} | empty
                    {"ingest":{"status":"uploading","receivedParts":{"parts":[1],"total":2},"new":[]},"encoding":1}| some
                    {"ingest":{"status":"uploading","receivedParts":{"parts":["1"],"total":"2"}}}                  | some
                    {"ingest":{"status":"x","receivedParts":{"parts":[1]}}}                                        | some
                    {"ingest":{"status":"uploading","receivedBytes":[{"from":0,"to":1,"total":9}]}}                | some
                    {"ingest":{"status":"uploading","receivedParts":{"parts":[2,1],"total":2}}}                    | complete
                    {"ingest":{"status":"uploaded","filesize":5,"receivedBytes":[{"from":0,"to":4,"total":5}]}}    | complete
                    {"ingest":{"status":"ingested"}}                                                               | complete
                    {"ingest":{"status":"uploading","receivedParts":{"parts":[1,1],"total":2}}}                    | unknown
                    {"ingest":{"status":"uploading","receivedParts":{"parts":[1,3],"total":2}}}                    | unknown
                    {"ingest":{"status":"uploading","receivedParts":{"parts":[0]}}}                                | unknown
                    {"ingest":{"status":"uploading","receivedParts":{"parts":[1.5]}}}                              | unknown
                    {"ingest":{"status":"uploading","receivedParts":{"parts":[],"total":2}}}                       | unknown
                    {"ingest":{"status":"uploading","receivedParts":{"parts":[],"total":""}}}                      | unknown
                    {"ingest":{"status":"uploading","receivedParts":{"parts":null}}}                               | unknown
                    {"ingest":{"status":"uploading","receivedParts":{}}}                                           | unknown
                    {"ingest":{"status":"uploading","receivedParts":[]}}                                           | unknown
                    {"ingest":{"status":"uploading","receivedBytes":[]}}                                           | unknown
                    {"ingest":{"status":"uploading","receivedBytes":null,"receivedParts":{"parts":[]}}}            | unknown
                    {"ingest":{"status":"x","receivedParts":{"parts":[]}}}                                         | unknown
                    {"ingest":{"status":["uploaded"],"receivedParts":{"parts":[1]}}}                               | unknown
                    {"ingest":{"status":"uploaded","filesize":-1}}                                                 | unknown
                    {"ingest":{"status":"uploaded","filesize":"many"}}                                             | unknown
                    {"ingest":{}}                                                                                  | unknown
                    {"ingest":null,"encoding":{"playable":false,"qualities":[]}}                                   | empty
                    {"ingest":null,"encoding":{"playable":true,"qualities":[]}}                                    | unknown
                    {"ingest":null,"encoding":{"qualities":[{"status":"waiting"}]}}                                | unknown
                    {"ingest":null}                                                                                | unknown
                    {}                                                                                             | unknown
                    """)
    void believesARecordOnlyToTheLetter(String json, String believed) {
        assertThat(believed(json)).isEqualTo(believed);
    }

    private static String believed(String json) {
        try {
            var status = StatusReading.read(json.getBytes(StandardCharsets.UTF_8));
            return status.complete() ? "complete" : status.empty() ? "empty" : "some";
        } catch (OddAnswerException e) {
            return "unknown";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
