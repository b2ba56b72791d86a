// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of misfortune that a test of another module holds, because it needs a server, a route or a log of its own.
 *
 * @param text what happens
 * @param outcome how it ends
 * @param test the class and the method that show it
 */
record Kind(String text, String outcome, String test) {

    private static final Path MODULES = Path.of("..");

    static final List<Kind> ALL = List.of(
            new Kind(
                    "FTP closes the data connection in order at half of the file",
                    "refused; the file stays",
                    "CutOffSourceTest#anFtpServerThatClosesTheDataConnectionAtHalf"),
            new Kind(
                    "half of a video is uploaded with the key of the whole",
                    "never complete for the whole",
                    "LengthCheckTest#theHalfOfAVideoIsNeverTakenForTheWholeWithTheSameKey"),
            new Kind(
                    "a length header of another body",
                    "not believed",
                    "LengthCheckTest#doesNotBelieveTheHeaderOfAnotherOrigin"),
            new Kind(
                    "failover, loop or multicast give one raw stream to several uploads",
                    "one reads it, the others are refused",
                    "StreamReadersTest#aParallelMulticastLetsExactlyOneBranchRead"),
            new Kind(
                    "a caller is interrupted, or its exchange ends, while its upload runs or waits",
                    "the upload ends or never begins; its container is deleted",
                    "GoneCallerTest#aCallerThatIsInterruptedEndsItsUpload"),
            new Kind(
                    "a body only trickles",
                    "ended by `minimumRate`; a slow service is not held against it",
                    "MinimumRateTest#aBodyThatTricklesIsEndedAndNothingIsLeft"),
            new Kind(
                    "an upload, its wait or a file beside it takes longer than `uploadTimeout`",
                    "it ends; nothing is left, or it can be resumed",
                    "UploadTimeoutTest#anUploadThatRetriesEnds"),
            new Kind(
                    "an upload times out in a circuit breaker, and its fallback uploads the same cache",
                    "both are whole",
                    "CircuitBreakerTest#theUploadThatTimedOutAndTheFallbacksAreBothWhole"),
            new Kind(
                    "other bytes with the key of another upload, after it",
                    "their own container, or refused",
                    "SameKeyOtherBytesTest#partsOfTwoBodiesDoNotBecomeOneVideo"),
            new Kind(
                    "other bytes with the same key, at the same time",
                    "never mixed",
                    "SameKeyOtherBytesTest#twoStreamsOfUnknownLengthThatComeAtOnceAreNotMixed"),
            new Kind(
                    "the video of a key could not be encoded in any quality",
                    "uploaded again",
                    "SameKeyOtherBytesTest#aVideoThatCouldNotBeEncodedIsUploadedAgain"),
            new Kind(
                    "a part for a container that has another video",
                    "refused",
                    "PlannedFileTest#aContainerThatIsCompleteWithAnotherVideoIsNotTakenForTheVideoOfThePart"),
            new Kind(
                    "a file changes between its plan and a part",
                    "refused before a byte is sent",
                    "PlannedFileTest#aFileThatHasChangedSinceThePlanIsRefusedBeforeAByteIsSent"),
            new Kind(
                    "the record shows a part late, and its answer was lost",
                    "complete",
                    "LaggingRecordTest#aPartWhoseAnswerWasLostIsLookedForUntilTheRecordHasIt"),
            new Kind("a new container is not known yet", "complete", "FreshContainerTest#isFilledOnceItIsKnown"),
            new Kind(
                    "an answer about another video",
                    "never reported",
                    "MixedAnswersTest#allAnswersMayBeThoseOfAnotherVideo"),
            new Kind(
                    "a refusal before the body's end, plain and TLS",
                    "final, and named",
                    "EarlyAnswerTest#aRefusalDuringTheBodyIsFinalAndNamed"),
            new Kind(
                    "odd optional fields in any answer",
                    "complete",
                    "OddAnswersTest#theAnswerToAPartNeedsNothingThatTheRecordCannotTell"),
            new Kind(
                    "a token that cannot be renewed",
                    "the API key gets another",
                    "AccountTest#aRenewalThatFailsForEverLeavesTheAccountToTheKey"),
            new Kind(
                    "an odd lifetime of a token",
                    "one token for many requests",
                    "AccountTest#aTokenOfAnOddLifeServesMoreThanOneRequest"),
            new Kind(
                    "a date to wait for, by a clock that differs",
                    "waited for by the clock of the service",
                    "RetryTest#waitsForADateByTheClockOfTheService"),
            new Kind(
                    "a base URI with a slash at its end",
                    "one account, one address",
                    "BaseUriTest#oneServiceIsOneAccountHoweverItsAddressIsWritten"),
            new Kind(
                    "an impossible length in a header",
                    "parts grow, memory suffices",
                    "LengthCheckTest#aLengthOfAnotherBodyNeitherTakesAllTheMemoryNorKeepsThePartsSmall"),
            new Kind(
                    "a proxy takes the body at once and sends it on slowly",
                    "each part is sent once",
                    "WaitingTest#whatAProxyTakesAtOnceAndSendsOnSlowlyIsSentOnce"),
            new Kind(
                    "a TLS handshake that is never answered",
                    "given up after `connectTimeout`",
                    "WaitingTest#aHandshakeThatIsNeverAnsweredIsGivenUp"),
            new Kind(
                    "a disk that blocks",
                    "refused, and the disk is named",
                    "BlockedDiskTest#aDiskThatBlocksFailsTheUploadAndIsNamed"),
            new Kind(
                    "a touched file",
                    "refused, or complete with `fileCheck=size`",
                    "FileCheckTest#aFileWhoseTimeWasTouchedFailsAndSaysWhichOptionTakesIt"),
            new Kind(
                    "an object's stream that is not needed to its end",
                    "aborted, not drained",
                    "CutOffSourceTest#anObjectThatIsNotNeededToItsEndIsNotReadToItsEnd"),
            new Kind(
                    "a name that was set after the file was consumed",
                    "it is the video's",
                    "NamesTest#aHeaderThatIsSetInARouteRenamesTheConsumedFile"),
            new Kind(
                    "text, pages, archives and pictures",
                    "a warning, or refused with `contentCheck=strict`",
                    "ContentCheckTest#strictRefusesWhatIsNoVideoBeforeAnythingIsSent"),
            new Kind(
                    "a form or gzip content",
                    "refused with the remedy",
                    "ContentCheckTest#multipartBodiesAreRefusedWithTheRemedy"),
            new Kind("a video as an attachment", "complete", "AttachmentsTest#theOnlyVideoIsTakenWhereTheBodyIsNone"),
            new Kind("a path in an archive", "complete", "PlannedLengthTest#aPathInAnArchiveIsUploaded"),
            new Kind(
                    "a file that its route has moved under a wireTap",
                    "refused with cause and remedy",
                    "LostBodyTest#aFileThatItsRouteHasMovedDuringTheUpload"),
            new Kind(
                    "special characters through YAML, XML, URIs and the Kamelets",
                    "arrive unchanged",
                    "KameletTest#oddCharactersInItsPropertiesArriveAsTheyAre"),
            new Kind(
                    "what each pattern of a route needs",
                    "as [routes](routes.md) says",
                    "RoutesPageTest#everyRowOfThePageIsATest"),
            new Kind(
                    "HTTP activity is logged",
                    "no secret in it",
                    "SecretsTest#whatTheHttpClientDoesIsLoggedWithoutSecrets"),
            new Kind("a mistyped URI", "refused without its secrets", "UriSecretsTest#noTextOfTheRefusalHasASecret"),
            new Kind(
                    "line breaks in headers",
                    "begin no line of a log or an error",
                    "ForgedLinesTest#noHeaderBeginsALine"),
            new Kind(
                    "a sender's text in `toD`",
                    "not evaluated again",
                    "DynamicUriTest#whatTheSenderWroteIsNotEvaluated"),
            new Kind(
                    "a sender's `baseUri` in `toD`",
                    "the key is not sent there",
                    "DynamicUriTest#noKeyGoesToAnotherService"),
            new Kind(
                    "headers that set metadata reserved for the component",
                    "refused",
                    "HeaderOverridesTest#refusesMetadataThatLooksLikeTheComponentsOwn"),
            new Kind(
                    "nine accidents to the request of each other operation",
                    "done once, or an error that says what is uncertain",
                    "OperationFaultsTest#isDoneOnceOrSaysWhatIsUncertain"),
            new Kind(
                    "items of a list are created and deleted between its pages",
                    "each that stays is given once",
                    "PageWalkTest#whatStaysIsGivenExactlyOnceWhateverIsCreatedAndDeleted"),
            new Kind(
                    "the service is down while a thousand exchanges wait for their videos",
                    "none ends before its timeout, none holds a thread",
                    "ManyWaitsTest#anOutageEndsNone"),
            new Kind(
                    "the component stops while a thousand exchanges wait",
                    "all end at once; their videos stay",
                    "ManyWaitsTest#theComponentsStopEndsAllAtOnce"),
            new Kind(
                    "a caption or the picture of an upload is refused",
                    "named; the others and the video stay",
                    "SidecarsTest#oneThatFailsIsNamedAndTheOthersAndTheVideoStay"),
            new Kind(
                    "connections that other routes use",
                    "stay open",
                    "HttpOptionsTest#connectionsThatOthersUseStayOpenWhenTheLastProducerStops"),
            new Kind(
                    "an event is delivered while another node works on it",
                    "503, processed once",
                    "TwoNodesTest#answersADeliveryThatAnotherNodeWorksOnWith503"),
            new Kind(
                    "a node dies in the middle of the route of an event",
                    "another node processes it",
                    "TwoNodesTest#theOtherNodeProcessesAnEventWhoseNodeDiesInTheMiddleOfItsRoute"),
            new Kind(
                    "a thousand events a second",
                    "each processed once",
                    "ManyEventsTest#aThousandEventsASecondAreProcessedOnceEach"),
            new Kind(
                    "the repository of the events fails before the route",
                    "not acknowledged, processed later",
                    "RepeatedDeliveriesTest#aRepositoryThatFailsLosesNoEvent"),
            new Kind(
                    "the repository of the events fails after the route",
                    "acknowledged, recorded later, processed once",
                    "RepeatedDeliveriesTest#anEventThatCannotBeRecordedIsAcknowledgedAndDoesNotReachTheRouteAgain"));

    String testClass() {
        return test.substring(0, test.indexOf('#'));
    }

    private String method() {
        return test.substring(test.indexOf('#') + 1);
    }

    /** The tests that this table names and that are nowhere. */
    static List<String> missing() throws IOException {
        try (Stream<Path> all = Files.walk(MODULES)) {
            List<Path> sources = all.filter(path -> path.toString().matches(".*/src/test/java/.*Test\\.java"))
                    .toList();
            return ALL.stream()
                    .filter(kind -> sources.stream().noneMatch(kind::isIn))
                    .map(Kind::test)
                    .toList();
        }
    }

    private boolean isIn(Path source) {
        try {
            return source.getFileName().toString().equals(testClass() + ".java")
                    && Files.readString(source).contains("void " + method() + "(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
