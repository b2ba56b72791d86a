// SPDX-License-Identifier: Apache-2.0

/**
 * What a route can ask for: one row of a table for each operation. Start reading at
 * {@link io.github.camelapivideo.internal.operation.ApiVideoOperation}. Imports all rooms below it and Camel.
 */
package io.github.camelapivideo.internal.operation;
