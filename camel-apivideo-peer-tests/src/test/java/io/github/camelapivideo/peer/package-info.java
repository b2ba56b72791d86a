// SPDX-License-Identifier: Apache-2.0
/**
 * Uploads out of what routes really begin with: files, SFTP and FTP servers, S3, JMS and HTTP requests. Each test has a
 * Camel context and a simulator of its own; the servers are in this process. Start reading at {@link
 * io.github.camelapivideo.peer.FileUploadTest}.
 */
package io.github.camelapivideo.peer;
