// SPDX-License-Identifier: Apache-2.0
/**
 * Servers on loopback that videos come from: {@link FtpPeer}, {@link SftpPeer}, {@link S3Peer} and {@link JmsPeer}. For
 * tests and examples only. The library of a server is a dependency of its user, not of this module.
 */
package io.github.camelapivideo.peers;
