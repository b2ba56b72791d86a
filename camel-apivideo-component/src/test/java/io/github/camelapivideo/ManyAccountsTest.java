// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.internal.client.Account;
import io.github.camelapivideo.internal.client.KeptAccounts;
import io.github.camelapivideo.internal.client.SharedAccounts.SharedAccount;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The component drops an account's state when its last user is gone. */
class ManyAccountsTest {

    private static final TestVideo VIDEO = TestVideo.of(1000);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private int clients() {
        return fixture.context()
                .getComponent("apivideo", ApiVideoComponent.class)
                .clients()
                .size();
    }

    @Test
    void aRouteWithAnEndpointForEachMessageKeepsNoMoreClientsThanEndpoints() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:many").toD("apivideo:upload?stallTimeout=${header.time}", 2);
            }
        });
        for (int time = 10_000; time < 10_010; time++) {
            Map<String, Object> headers = Map.of("time", time);
            Exchange exchange = fixture.template().request("direct:many", sent -> {
                sent.getMessage().setBody(VIDEO.bytes());
                sent.getMessage().setHeaders(new java.util.HashMap<>(headers));
            });
            fixture.assertArrived(exchange, VIDEO);
        }
        Awaitility.await().until(() -> clients() <= 2);
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSize(1);
    }

    @Test
    void aProducerThatStopsWhileItUploadsLeavesTheClientUntilTheEnd() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.hold(end));
        Producer producer = fixture.context().getEndpoint("apivideo:upload").createProducer();
        producer.start();
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(VIDEO.bytes());
        CompletableFuture<Exchange> upload = CompletableFuture.supplyAsync(() -> {
            try {
                producer.process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
            }
            return exchange;
        });
        Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 1);

        producer.stop();
        assertThat(clients()).isEqualTo(1);
        end.countDown();

        fixture.assertArrived(upload.get(30, TimeUnit.SECONDS), VIDEO);
        Awaitility.await().until(() -> clients() == 0);
    }

    @Test
    void whatIsKnownOfAnAccountIsKeptAWhileAfterItsLastUse() {
        AtomicLong time = new AtomicLong();
        KeptAccounts<SharedAccount> accounts =
                new KeptAccounts<>(account -> new SharedAccount(null, null, null), time::get);
        SharedAccount first = accounts.take(account("a"));
        assertThat(accounts.take(account("a"))).isSameAs(first);
        accounts.give(account("a"));
        time.addAndGet(Duration.ofHours(1).toNanos());
        accounts.take(account("b"));
        assertThat(accounts.size()).as("one of two uses it still").isEqualTo(2);

        accounts.give(account("a"));
        time.addAndGet(KeptAccounts.WHILE.toNanos());
        assertThat(accounts.take(account("a"))).isSameAs(first);
        accounts.give(account("a"));
        time.addAndGet(KeptAccounts.WHILE.toNanos() + 1);
        accounts.take(account("b"));
        assertThat(accounts.size()).as("gone").isEqualTo(1);
    }

    private static Account account(String host) {
        return new Account(URI.create("https://" + host), null, Account.Authentication.bearer);
    }
}
