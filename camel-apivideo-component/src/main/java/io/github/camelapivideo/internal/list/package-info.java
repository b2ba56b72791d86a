// SPDX-License-Identifier: Apache-2.0
/**
 * The service's lists, page by page: no item that exists all the time is missed, and none is given twice.
 *
 * <p>Start reading at {@link io.github.camelapivideo.internal.list.PageWalk}. Imports {@code internal.call},
 * {@code internal.thread}, {@code internal.text} and {@code api}.
 */
package io.github.camelapivideo.internal.list;
