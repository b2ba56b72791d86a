// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;

/** What a repetition of an operation's request does, and how the service shows that it was done once. */
enum Rule {
    /** It only reads: the body has the answer. */
    READ {
        @Override
        void check(World world, Given given, long before, Exchange exchange) {
            assertThat(exchange.getMessage().getBody()).isNotNull().isNotEqualTo(Given.EARLIER_BODY);
        }
    },
    /** It ends in the same state. */
    SAME {
        @Override
        void check(World world, Given given, long before, Exchange exchange) {
            assertThat(world.seen(given.there())).contains(given.mark());
        }
    },
    /** The resource is gone. */
    GONE {
        @Override
        void check(World world, Given given, long before, Exchange exchange) {
            assertThat(world.seen(given.there())).doesNotContain(given.mark());
        }
    },
    /** It would make a second one, but the first is found again. */
    FOUND {
        @Override
        long before(World world, Given given) {
            return world.count(given.there());
        }

        @Override
        void check(World world, Given given, long before, Exchange exchange) {
            assertThat(world.count(given.there()) - before).isEqualTo(1);
        }
    },
    /** It would make a second one, and nothing finds the first. */
    IN_DOUBT {
        @Override
        long before(World world, Given given) {
            return FOUND.before(world, given);
        }

        @Override
        void check(World world, Given given, long before, Exchange exchange) {
            FOUND.check(world, given, before, exchange);
        }
    };

    long before(World world, Given given) {
        return 0;
    }

    abstract void check(World world, Given given, long before, Exchange exchange);
}
