// SPDX-License-Identifier: Apache-2.0
/** Faults of the service and of the network end in a complete video or in a clear error. */
package io.github.camelapivideo.failure;
