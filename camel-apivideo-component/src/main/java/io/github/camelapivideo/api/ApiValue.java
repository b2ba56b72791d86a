// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

/**
 * A value of the service, such as a {@link Video}. Camel converts it to a JSON {@code String}, an {@code InputStream} of
 * that JSON, and, unless it is a list, a {@code Map}.
 */
public interface ApiValue {}
