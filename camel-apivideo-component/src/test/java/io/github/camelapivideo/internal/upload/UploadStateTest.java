// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.container.PriorUpload;
import io.github.camelapivideo.internal.container.PriorUpload.OpenContainer;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.plan.PartPlan.PartSizes;
import io.github.camelapivideo.internal.text.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of transitions. A row is an upload and its events, each with the steps that it has to decide: {@code event >
 * step step, event > step}. An event that ends with {@code !} carries a problem of that name. A source has as many parts as
 * its total says; one of unknown length ends with {@code read-last}.
 */
class UploadStateTest {

    private static final PartSizes SIZES = PartSizes.all(PartPlan.MIN_PART_SIZE);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # a new container
        one part                       | total=1 | start > read1, read-last > open, opened > send1/1, sent > close succeed
        one part of unknown length     | total=0 | start > read1, read-last > open, opened > send1/1, sent > close succeed
        many parts, one lane           | total=3 | start > read1, read > open, opened > send1/3 read2, read > , sent > send2/3 read3, read-last > , sent > send3/3, sent > close succeed
        many parts, two lanes          | total=3 lanes=2 | start > read1, read > open, opened > send1/3 read2, read > send2/3 read3, read-last > , sent > send3/3, sent > , sent > close succeed
        more lanes than parts          | total=2 lanes=9 | start > read1, read > open, opened > send1/2 read2, read-last > send2/2, sent > , sent > close succeed
        the last of unknown overtakes  | total=0 lanes=9 | start > read1, read > open, opened > send1/* read2, read > send2/* read3, read-last > send3/3, sent > , sent > , sent > close succeed
        the last of unknown, one lane  | total=0 | start > read1, read > open, opened > send1/* read2, read-last > , sent > send2/2, sent > close succeed
        the last of a known total      | total=2 lanes=2 | start > read1, read > open, opened > send1/2 read2, sent > , read-last > send2/2, sent > close succeed

        # failures: the first one counts, and the end waits until nothing runs
        reading fails first            | total=2 | start > read1, read:r! > cancel close fail:r
        reading fails while sending    | total=3 lanes=2 | start > read1, read > open, opened > send1/3 read2, read:r! > cancel, sent > close fail:r
        opening fails                  | total=2 | start > read1, read > open, opened:o! > cancel release1 close fail:o
        sending fails while reading    | total=3 | start > read1, read > open, opened > send1/3 read2, sent:s! > cancel, read > release2 close fail:s
        sending fails, none is read    | total=3 | start > read1, read > open, opened > send1/3 read2, sent:s! > cancel, cancelled > close fail:s
        sending fails, one is ready    | total=3 | start > read1, read > open, opened > send1/3 read2, read > , sent:s! > cancel release2 close fail:s
        the first of two failures      | total=2 lanes=2 | start > read1, read > open, opened > send1/2 read2, read-last > send2/2, sent:a! > cancel, sent:b! > close fail:a
        a failure is no completion     | total=2 lanes=2 | start > read1, read > open, opened > send1/2 read2, read-last > send2/2, sent > , sent:s! > cancel close fail:s
        a stop while reading           | total=2 | start > read1, stop:x! > cancel, cancelled > close fail:x
        a stop while opening           | total=1 | start > read1, read-last > open, stop:x! > cancel, opened > release1 close fail:x
        a stop after the end           | total=1 | start > read1, read-last > open, opened > send1/1, sent > close succeed, stop:x! >
        a stop before the start        | total=1 | stop:x! > cancel close fail:x, start >

        # a source whose reading may last: the end does not wait for it, its closing does
        slow: sending fails            | total=3 slow | start > read1, read > open, opened > send1/3 read2, sent:s! > cancel fail:s, cancelled > close
        slow: reading ends with a part | total=3 slow | start > read1, read > open, opened > send1/3 read2, sent:s! > cancel fail:s, read > release2 close
        slow: a stop                   | total=2 slow | start > read1, stop:x! > cancel fail:x, read:late! > close
        prompt: stalled while reading  | total=2 | start > read1, stalled:t! > cancel fail:t, read:late! > close
        stalled beside a sending part  | total=3 | start > read1, read > open, opened > send1/3 read2, stalled:t! > cancel, sent:c! > fail:t, cancelled > close
        held while sending             | total=1 | start > read1, read-last > open, opened > send1/1, held:h! > cancel fail:h, let-go > close
        let go before it is held       | total=1 | start > read1, read-last > open, opened > send1/1, let-go > , held:h! > cancel close fail:h
        held beside another part       | total=2 lanes=2 | start > read1, read > open, opened > send1/2 read2, read-last > send2/2, held:h! > cancel, sent:c! > fail:h, let-go > close
        two parts held                 | total=2 lanes=2 | start > read1, read > open, opened > send1/2 read2, read-last > send2/2, held:h! > cancel, held:i! > fail:h, let-go > , let-go > close

        # an upload token: the answer to the first part names the container
        delegated, first part alone    | total=3 lanes=9 | start > read1, read > open, opened-by-part > send1/3 read2, read > , sent > send2/3 read3, read-last > send3/3, sent > , sent > close succeed
        delegated, of unknown length   | total=0 lanes=9 | start > read1, read > open, opened-by-part > send1/* read2, read-last > , sent > send2/2, sent > close succeed
        delegated, the last overtakes  | total=0 lanes=9 | start > read1, read > open, opened-by-part > send1/* read2, read > , sent > send2/* read3, read-last > send3/3, sent > , sent > close succeed

        # a container that exists: others may have sent parts of another body
        shared, verified               | total=1 shared | start > read1, read-last > open, opened > send1/1, sent > verify, verified > close succeed
        shared, another video          | total=1 shared | start > read1, read-last > open, opened > send1/1, sent > verify, verified:v! > cancel close fail:v
        a stop while verifying         | total=1 shared | start > read1, read-last > open, opened > send1/1, sent > verify, stop:x! > cancel, verified > close fail:x

        # an upload key
        nothing to resume              | total=1 key | start > identify, identified > search, found-nothing > read1, read-last > open, opened > send1/1, sent > verify, verified > close succeed
        no fingerprint                 | total=1 key | start > identify, identified:i! > cancel close fail:i
        a stop while identifying       | total=1 key | start > identify, stop:x! > cancel, identified > close fail:x
        the search fails               | total=1 key | start > identify, identified > search, searched:s! > cancel close fail:s
        resumed, the first is there    | total=2 key | start > identify, identified > search, found:1 > pass1, passed > read2, read-last > send2/2, sent > verify, verified > close succeed
        resumed, the last is there     | total=2 key | start > identify, identified > search, found:2 > read1, read > send1/2 pass2, passed-last > , sent > verify, verified > close succeed
        resumed, nothing is missing    | total=2 key | start > identify, identified > search, found:1+2 > pass1, passed > pass2, passed-last > verify, verified > close succeed
        resumed, passing fails         | total=2 key | start > identify, identified > search, found:1 > pass1, passed:p! > cancel close fail:p
        resumed, a stop while passing  | total=2 key | start > identify, identified > search, found:1 > pass1, stop:x! > cancel, passed-nothing > close fail:x
        resumed, unknown, ends early   | total=0 key | start > identify, identified > search, found:1+3 > pass1, passed > read2, read-last > release2 cancel close fail:wrong-end
        resumed, unknown, passed early | total=0 key | start > identify, identified > search, found:1+3 > pass1, passed-last > cancel close fail:wrong-end
        resumed, unknown, ends later   | total=0 key | start > identify, identified > search, found:1 > pass1, passed > read2, read-last > send2/2, sent > verify, verified > close succeed
        total told, ends there         | total=0 key lanes=9 | start > identify, identified > search, found:1+3/3 > pass1, passed > read2, read > pass3, passed-last > send2/*, sent > verify, verified > close succeed
        total told, the last is missing| total=0 key lanes=9 | start > identify, identified > search, found:1/2 > pass1, passed > read2, read-last > send2/2, sent > verify, verified > close succeed
        total told, two are missing    | total=0 key lanes=9 | start > identify, identified > search, found:3/3 > read1, read > send1/* read2, read > pass3, passed-last > send2/*, sent > , sent > verify, verified > close succeed
        total told, ends before        | total=0 key lanes=9 | start > identify, identified > search, found:1+3/3 > pass1, passed > read2, read-last > release2 cancel close fail:wrong-end
        total told, goes on            | total=0 key lanes=9 | start > identify, identified > search, found:1+3/3 > pass1, passed > read2, read > pass3, passed > cancel release2 close fail:wrong-end
        total told, a stop meanwhile   | total=0 key lanes=9 | start > identify, identified > search, found:1+3/3 > pass1, passed > read2, read > pass3, stop:x! > cancel, passed-nothing > release2 close fail:x
        complete and measured          | total=2 key | start > identify, identified > search, found-measured > close recall
        complete, of another length    | total=0 key | start > identify, identified > search, found-complete > pass1, passed > pass2, passed-last > measure, verified:m! > cancel close fail:m
        complete, of this length       | total=0 key | start > identify, identified > search, found-complete > pass1, passed-last > measure, verified > close recall
        theirs has the first part      | total=2 key | start > identify, identified > search, found-nothing > read1, read > open, opened-theirs:1 > drop1 read2, read-last > , dropped > send2/2, sent > verify, verified > close succeed
        theirs has all parts           | total=2 key | start > identify, identified > search, found-nothing > read1, read > open, opened-theirs:1+2 > drop1 pass2, dropped > , passed-last > verify, verified > close succeed
        theirs is complete             | total=1 key | start > identify, identified > search, found-nothing > read1, read-last > open, opened-complete > drop1, dropped > measure, verified > close recall
        theirs is complete, measured   | total=1 key | start > identify, identified > search, found-nothing > read1, read-last > open, opened-measured > release1 close recall
        """)
    void decidesTheSteps(String name, String upload, String walk) {
        Walk test = new Walk(upload);
        for (String row : walk.split(",")) {
            String[] eventAndSteps = row.split(">", 2);
            String steps = test.after(eventAndSteps[0].strip());
            assertThat(steps)
                    .as("after '%s' in '%s'", eventAndSteps[0].strip(), walk)
                    .isEqualTo(eventAndSteps[1].strip());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "9999, 3", "10000, 32"})
    void sendsEachPartOfAnyNumberOnce(int total, int lanes) {
        Walk walk = new Walk("total=" + total + " lanes=" + lanes);
        walk.after("start");
        walk.after(total == 1 ? "read-last" : "read");
        StringBuilder sent = new StringBuilder(walk.after("opened"));
        for (int number = 2; number <= total; number++) {
            sent.append(' ').append(walk.after(number == total ? "read-last" : "read"));
            sent.append(' ').append(walk.after("sent"));
        }
        assertThat(walk.after("sent")).isEqualTo("close succeed");
        List<String> sends = Arrays.stream(sent.toString().split("\\s+"))
                .filter(step -> step.startsWith("send"))
                .toList();
        assertThat(sends).hasSize(total).doesNotHaveDuplicates().endsWith("send" + total + "/" + total);
    }

    @Test
    void aLaneThatIsAddedTakesThePartThatWaitsAndOneThatIsTakenBackEndsWithItsPart() {
        UploadState state = new UploadState(new PartPlan(SIZES, 5), 1, false, false, true);
        Destination destination = new Destination("vi1", null);
        state.started();
        state.read(new Bytes(1, false), null);
        state.opened(new OpenContainer(destination, new PriorUpload.Nothing()), null);
        assertThat(state.read(new Bytes(2, false), null)).isEmpty();
        assertThat(state.lanes(2)).hasAtLeastOneElementOfType(UploadStep.Send.class);
        assertThat(state.read(new Bytes(3, false), null)).isEmpty();
        assertThat(state.lanes(1)).isEmpty();
        assertThat(state.sent(Video.of("vi1"), null)).isEmpty();
        assertThat(state.sent(Video.of("vi1"), null)).hasAtLeastOneElementOfType(UploadStep.Send.class);
    }

    @Test
    void theVideoWithAPlayerIsTheResult() {
        UploadState state = new UploadState(new PartPlan(SIZES, 2), 2, false, false, true);
        state.started();
        state.read(new Bytes(1, false), null);
        state.opened(new OpenContainer(new Destination("vi1", null), new PriorUpload.Nothing()), null);
        state.read(new Bytes(2, true), null);
        Video described = described("vi1");
        state.sent(described, null);
        assertThat(state.sent(Video.of("vi1"), null))
                .containsExactly(new UploadStep.CloseSource(), new UploadStep.Succeed(described));
    }

    @Test
    void aProblemIsTakenOutOfItsCompletionException() {
        UploadState state = new UploadState(new PartPlan(SIZES, 1), 1, false, false, true);
        state.started();
        Exception problem = new Exception("no");
        assertThat(state.read(null, new CompletionException(problem))).contains(new UploadStep.Fail(problem));
    }

    private static Video described(String videoId) {
        Video.Assets assets = new Video.Assets(null, "https://player", null, null, null);
        return new Video(
                videoId, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, assets);
    }

    private record Bytes(int number, boolean last) implements PartContent {
        @Override
        public long length() {
            return 1;
        }

        @Override
        public void writeTo(PartSink sink) {
            throw new UnsupportedOperationException();
        }
    }

    /** An upload that is told events by their names, and tells its steps by theirs. */
    private static final class Walk {
        private final PartPlan plan;
        private final UploadState state;
        private int number;

        Walk(String upload) {
            List<String> words = List.of(upload.split(" "));
            plan = new PartPlan(SIZES, value(words, "total=", 0));
            state = new UploadState(
                    plan,
                    value(words, "lanes=", 1),
                    words.contains("key"),
                    words.contains("key") || words.contains("shared"),
                    !words.contains("slow"));
        }

        private static int value(List<String> words, String name, int otherwise) {
            return words.stream()
                    .filter(word -> word.startsWith(name))
                    .map(word -> Integer.parseInt(word.substring(name.length())))
                    .findFirst()
                    .orElse(otherwise);
        }

        String after(String event) {
            return told(event).stream().map(this::name).collect(joining(" "));
        }

        private List<UploadStep> told(String event) {
            String[] words = event.split(":");
            String more = words.length > 1 ? words[1] : "";
            Throwable problem = more.endsWith("!") ? new Exception(more.replace("!", "")) : null;
            return switch (words[0]) {
                case "start" -> state.started();
                case "stop" -> state.failed(problem);
                case "stalled" -> state.stalled(problem);
                case "identified" -> state.identified(problem);
                case "searched" -> state.searched(null, problem);
                case "found-nothing" -> state.searched(new PriorUpload.Nothing(), null);
                case "found" -> state.searched(partial(more), null);
                case "found-complete" -> state.searched(complete(false), null);
                case "found-measured" -> state.searched(complete(true), null);
                case "read" -> state.read(problem == null ? bytes(false) : null, problem);
                case "read-last" -> state.read(bytes(true), null);
                case "cancelled" -> state.read(null, null);
                case "passed" -> state.passed(problem == null ? bytes(false) : null, problem);
                case "passed-last" -> state.passed(bytes(true), null);
                case "passed-nothing" -> state.passed(null, null);
                case "opened" -> state.opened(problem == null ? opened(new PriorUpload.Nothing()) : null, problem);
                case "opened-by-part" ->
                    state.opened(
                            new OpenContainer(
                                    new Destination(null, new Secret("to1"), true, true), new PriorUpload.Nothing()),
                            null);
                case "opened-theirs" -> state.opened(opened(partial(more)), null);
                case "opened-complete" -> state.opened(opened(complete(false)), null);
                case "opened-measured" -> state.opened(opened(complete(true)), null);
                case "sent" -> state.sent(problem == null ? Video.of("vi1") : null, problem);
                case "dropped" -> state.sent(null, null);
                case "held" -> state.held(problem);
                case "let-go" -> state.letGo();
                case "verified" -> state.verified(problem);
                default -> throw new IllegalArgumentException(event);
            };
        }

        private Bytes bytes(boolean last) {
            return new Bytes(++number, last);
        }

        private PriorUpload partial(String numbers) {
            String[] receivedAndTotal = numbers.split("/");
            Set<Integer> received = Stream.of(receivedAndTotal[0].split("\\+"))
                    .map(Integer::valueOf)
                    .collect(toSet());
            int total = receivedAndTotal.length > 1 ? Integer.parseInt(receivedAndTotal[1]) : Part.UNKNOWN;
            return new PriorUpload.Partial(Video.of("vi1"), plan, received, total);
        }

        private static PriorUpload complete(boolean measured) {
            return new PriorUpload.Complete(new UploadResult(Video.of("vi1"), 1, 1), measured);
        }

        private static OpenContainer opened(PriorUpload earlier) {
            return new OpenContainer(new Destination("vi1", null), earlier);
        }

        private String name(UploadStep step) {
            if (step instanceof UploadStep.Read read) {
                return "read" + read.number();
            }
            if (step instanceof UploadStep.Pass) {
                return "pass" + (number + 1);
            }
            if (step instanceof UploadStep.Send send) {
                int total = send.part().total();
                return "send" + send.part().number() + "/" + (total == Part.UNKNOWN ? "*" : total);
            }
            if (step instanceof UploadStep.Drop drop) {
                return "drop" + drop.part().number();
            }
            if (step instanceof UploadStep.Release release) {
                return "release" + ((Bytes) release.content()).number();
            }
            if (step instanceof UploadStep.Fail fail) {
                String message = fail.failure().getMessage();
                return "fail:" + (message.startsWith("The body ") ? "wrong-end" : message);
            }
            return switch (step.getClass().getSimpleName()) {
                case "CancelRunning" -> "cancel";
                case "CloseSource" -> "close";
                default -> step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            };
        }
    }
}
