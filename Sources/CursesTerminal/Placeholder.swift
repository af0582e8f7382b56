import CNcurses
import TerminalCanvas
