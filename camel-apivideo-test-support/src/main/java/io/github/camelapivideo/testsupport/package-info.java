// SPDX-License-Identifier: Apache-2.0
/**
 * Videos to upload and the least code that uploads them, for the tests and benchmarks of all modules. Imports nothing of
 * the component and nothing of the simulator; start reading at {@code TestVideo}.
 */
package io.github.camelapivideo.testsupport;
