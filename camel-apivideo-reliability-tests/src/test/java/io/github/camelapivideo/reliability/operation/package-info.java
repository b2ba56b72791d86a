// SPDX-License-Identifier: Apache-2.0

/** Every operation under every fault: done once, or a clear error. Start with {@code OperationFaultsTest}. */
package io.github.camelapivideo.reliability.operation;
