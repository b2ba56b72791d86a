// SPDX-License-Identifier: Apache-2.0
/**
 * An application that uploads every file in a folder of an SFTP server. {@link VideosFromSftp} is what a user would copy;
 * {@link SftpExample} starts it, and whatever it needs where no real server or account is named.
 */
package io.github.camelapivideo.example.sftp;
