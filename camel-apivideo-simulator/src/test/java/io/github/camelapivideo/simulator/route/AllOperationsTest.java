// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.Operation;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.Specimens;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the 59 operations of the service, on its happy path and under a fault. */
class AllOperationsTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();

    static List<Operation> operations() {
        return Operation.ALL;
    }

    /** The request of an operation, after all that it needs was made. */
    private HttpRequest.Builder request(Operation operation, Client sender) {
        Specimens specimens = new Specimens(simulator, fixture.client(), operation);
        String type = operation.isForm() ? MultipartForm.CONTENT_TYPE : "application/json";
        return sender.request(specimens.path())
                .header("Content-Type", type)
                .method(operation.method(), specimens.body());
    }

    private HttpRequest.Builder request(Operation operation) {
        return request(operation, operation.authorized() ? fixture.client() : fixture.anonymous());
    }

    private Client.Answer send(HttpRequest.Builder request) {
        return fixture.client().send(request);
    }

    private List<RecordedRequest> recorded(Operation operation) {
        return simulator.requests().stream()
                .filter(request -> request.method().equals(operation.method()))
                .filter(request -> request.path().matches(operation.path().replaceAll("\\{\\w+}", "[^/]+")))
                .toList();
    }

    @Test
    void hasFiftyNineOperations() {
        assertThat(Operation.ALL)
                .extracting(Operation::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 59).boxed().toList());
        assertThat(Operation.ALL)
                .extracting(operation -> operation.method() + " " + operation.path())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersWithTheDocumentedStatus(Operation operation) {
        Client.Answer answer = send(request(operation));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(operation.status());
        assertThat(answer.http().body().length == 0).isEqualTo(operation.status() == 204 || operation.status() == 202);
        assertThat(recorded(operation)).isNotEmpty().allSatisfy(request -> assertThat(request.kind())
                .isNotEqualTo(RequestKind.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void meetsAFaultWithAStatus(Operation operation) {
        HttpRequest.Builder request = request(operation);
        simulator.faults().on(operation.method(), operation.path()).times(1).then(Fault.status(503));

        assertThat(send(request).status()).isEqualTo(503);
        assertThat(send(request).status()).isEqualTo(operation.status());
        assertThat(simulator.faults().injected()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isCarriedOutAlthoughItsAnswerIsLost(Operation operation) {
        HttpRequest.Builder request = request(operation);
        // The JDK's client repeats some requests by itself.
        simulator.faults().on(operation.method(), operation.path()).then(Fault.loseAnswer());

        assertThatThrownBy(() -> send(request)).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.faults().injected()).isPositive();
        simulator.faults().reset();
        assertThat(send(request).status()).isEqualTo(operation.repeated());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void asksForCredentials(Operation operation) {
        int status = send(request(operation, fixture.anonymous())).status();

        assertThat(status).isEqualTo(operation.authorized() ? 401 : operation.status());
    }
}
