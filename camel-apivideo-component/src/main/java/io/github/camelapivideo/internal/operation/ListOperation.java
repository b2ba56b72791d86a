// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.api.ResultList;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.ListInputs;
import io.github.camelapivideo.internal.list.ListReader;
import io.github.camelapivideo.internal.list.Listing;
import io.github.camelapivideo.internal.list.ResultStream;
import io.github.camelapivideo.internal.option.Choice;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** Gives the items of a list: one page, all of them, or one after another. Thread-safe. */
final class ListOperation<T> implements OperationHandler {

    private enum OutputType {
        list,
        stream
    }

    private final Function<ExchangeValues, Listing<T>> listings;
    private final OperationContext context;
    private final OutputType outputType;

    /** @param listings returns the list that an exchange asks for */
    ListOperation(Function<ExchangeValues, Listing<T>> listings, OperationContext context) {
        this.listings = listings;
        this.context = context;
        String option = ListInputs.OUTPUT_TYPE.option();
        this.outputType =
                Choice.of(OutputType.class, option, context.settings().options().text(option));
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        ExchangeValues values = context.values(exchange);
        Listing<T> listing = listings.apply(values);
        Integer number = values.get(ListInputs.CURRENT_PAGE);
        if (outputType == OutputType.stream) {
            checkAllPages(number);
            return stream(listing);
        }
        return number == null ? all(listing) : page(listing, number);
    }

    private static void checkAllPages(Integer number) {
        if (number != null) {
            throw new IllegalArgumentException(
                    "currentPage=" + number + ": not possible with outputType=stream, which reads all pages");
        }
    }

    private CompletableFuture<Reply> page(Listing<T> listing, int number) {
        return context.call(listing.page(number)).thenApply(page -> Reply.list(new ResultList<>(page.items()), page));
    }

    private CompletableFuture<Reply> all(Listing<T> listing) {
        ListReader<T> reader = new ListReader<>(listing, context::call);
        return reader.all().thenApply(items -> Reply.list(new ResultList<>(items), reader.first()));
    }

    private CompletableFuture<Reply> stream(Listing<T> listing) {
        ListReader<T> reader = new ListReader<>(listing, context::callLater);
        return ResultStream.open(reader).thenApply(items -> Reply.list(items, reader.first()));
    }
}
