// SPDX-License-Identifier: Apache-2.0

/**
 * What operations read: the value of a header or an option, by name, checked and converted. Start reading at
 * {@link io.github.camelapivideo.internal.input.ExchangeValues}. Imports the rooms below it, Camel and Jackson.
 */
package io.github.camelapivideo.internal.input;
