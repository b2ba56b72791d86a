// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context and a service of its own for one upload. */
final class Stage implements AutoCloseable {

    /** Unmistakable, wherever it turns up. */
    static final String API_KEY = "apiKeyThatNobodyMaySee0123456789";

    final ApiVideoSimulator simulator;
    final DefaultCamelContext context = new DefaultCamelContext();

    Stage() throws Exception {
        simulator = ApiVideoSimulator.builder().apiKey(API_KEY).start();
        ApiVideoConfiguration options =
                context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
        options.setApiKey(API_KEY);
        options.setBaseUri(simulator.baseUri().toString());
        options.setPartSize("5MiB");
        options.setRetryDelay(1);
        options.setMaxRetryDelay(50);
        options.setRecordTimeout(300);
        context.disableJMX();
        context.start();
    }

    Exchange upload(String options, Consumer<Message> body) throws Exception {
        return context.createProducerTemplate()
                .asyncSend("apivideo:upload?" + options, exchange -> body.accept(exchange.getMessage()))
                .get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
