// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** A RETR that closes the data connection in order when half of the file has been sent. */
enum CutDownload implements Command {
    AND_SAYS_SO {
        @Override
        void end(FtpIoSession session) {
            reply(session, FtpReply.REPLY_426_CONNECTION_CLOSED_TRANSFER_ABORTED);
        }
    },
    AND_HANGS_UP {
        @Override
        void end(FtpIoSession session) {
            session.closeNow();
        }
    },
    AND_CLAIMS_SUCCESS {
        @Override
        void end(FtpIoSession session) {
            reply(session, FtpReply.REPLY_226_CLOSING_DATA_CONNECTION);
        }
    };

    abstract void end(FtpIoSession session);

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) throws IOException {
        try {
            FtpFile file = session.getFileSystemView().getFile(request.getArgument());
            reply(session, FtpReply.REPLY_150_FILE_STATUS_OKAY);
            byte[] half = file.createInputStream(0).readNBytes((int) (file.getSize() / 2));
            session.getDataConnection()
                    .openConnection()
                    .transferToClient(session.getFtpletSession(), new ByteArrayInputStream(half));
            session.getDataConnection().closeDataConnection();
            end(session);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void reply(FtpIoSession session, int code) {
        session.write(new DefaultFtpReply(code, "as arranged"));
    }
}
