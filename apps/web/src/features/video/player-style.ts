// In this order: ours speaks last.
import 'video.js/dist/video-js.css';
import './player.css';
