// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.option.Options;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** A view of a configuration by the names of its options. Later changes of the configuration are visible. */
record ConfiguredOptions(ApiVideoConfiguration configuration) implements Options {

    private static final PropertyConfigurerGetter NAMES = new ApiVideoConfigurationConfigurer();

    /** Returns true if there is an option of this name. */
    static boolean has(String name) {
        return NAMES.getOptionType(name, false) != null;
    }

    @Override
    public Object get(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("There is no option " + name);
        }
        return NAMES.getOptionValue(configuration, name, false);
    }
}
