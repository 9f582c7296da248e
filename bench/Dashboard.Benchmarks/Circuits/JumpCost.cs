namespace Dashboard.Benchmarks.Circuits;

/// <summary>What one scroll jump costs: bytes and time on average over many, messages as most of them do.</summary>
/// <param name="PlainBytes">Received over the WebSocket, before compression.</param>
/// <param name="WireBytes">Received, as it is on the wire.</param>
/// <param name="Messages">Sent by the page. A clock that ticks on the page now and then is answered too, and does not count.</param>
/// <param name="ProcessorMilliseconds">Processor time of the whole server process, collections and compilation included.</param>
internal sealed record JumpCost(double PlainBytes, double WireBytes, double Messages, double ProcessorMilliseconds);
