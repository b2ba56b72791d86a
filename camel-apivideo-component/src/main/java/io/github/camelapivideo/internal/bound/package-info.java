// SPDX-License-Identifier: Apache-2.0
/**
 * What ends an upload before its time: its time limit, and a caller that has gone. Imports {@code internal.thread}, {@code
 * api} and Camel only.
 */
package io.github.camelapivideo.internal.bound;
