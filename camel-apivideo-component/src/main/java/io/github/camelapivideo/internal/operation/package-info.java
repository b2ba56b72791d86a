// SPDX-License-Identifier: Apache-2.0

/**
 * The operations: a row of a table for each. Start reading at
 * {@link io.github.camelapivideo.internal.operation.ApiVideoOperation}. Imports all rooms below it and Camel.
 */
package io.github.camelapivideo.internal.operation;
